import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { role } from '../contract/index.ts';
import { openDesk } from './open-desk.ts';

export async function createAgentCommand(options: {
  email: string;
  name: string;
  role: string;
}): Promise<void> {
  const fields = z.object({ email: z.email(), name: z.string().min(1), role }).parse(options);
  const { desk, close } = await openDesk();
  try {
    const password = randomBytes(9).toString('base64url');
    const groups = await desk.accounts.groups();
    await desk.accounts.createAgent(null, {
      ...fields,
      password,
      languages: ['zh', 'en'],
      groupIds: groups.map((group) => group.id),
      capacity: 5,
    });
    console.log(`${fields.name} can sign in as ${fields.email} with ${password}`);
  } finally {
    await close();
  }
}
