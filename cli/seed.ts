import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConversations } from '../seed/load-conversations.ts';
import { loadDemoShop } from '../seed/load-demo-shop.ts';
import type { Desk } from '../server/main.ts';
import { openDesk } from './open-desk.ts';

/** Where the generated sign-in of the demo shop is kept, so that later starts can print it again. */
export const signInFile = 'demo-sign-in.txt';

export async function seed(): Promise<void> {
  const { desk, close } = await openDesk();
  try {
    if (!(await desk.accounts.isEmpty()))
      throw new Error('This desk is not empty; the demo shop only goes into an empty one.');
    const { email, password } = await seedDemoShop(desk);
    console.log(`The demo shop is in. Sign in as ${email} with ${password}`);
  } finally {
    await close();
  }
}

export async function seedDemoShop(desk: Desk): Promise<{ email: string; password: string }> {
  const password = desk.config.ownerPassword ?? randomBytes(9).toString('base64url');
  const { email } = await loadDemoShop(desk, password);
  await loadConversations(desk);
  await writeFile(join(desk.config.dataDir, signInFile), `${email}\n${password}\n`, { mode: 0o600 });
  return { email, password };
}
