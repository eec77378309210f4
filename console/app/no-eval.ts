import { config } from 'zod';

// Zod compiles its schemas with eval where it may; our content security policy says it may not.
config({ jitless: true });
