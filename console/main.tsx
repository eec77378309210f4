import { config } from 'zod';

// Zod compiles its schemas with eval where it may; our content security policy says it may not. This must be known
// before the first schema is made, hence the second step.
config({ jitless: true });
void import('./app/start.tsx');
