import { hash, verify } from '@node-rs/argon2';
import type { Database } from '../../database/client.ts';
import { hashSecret, newSecret } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';

const sessionDays = 14;

/** argon2id with 19 MiB, 2 passes: OWASP's first recommendation for password storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

// Verified against when nobody has the e-mail, so that both refusals take equally long.
let decoy: Promise<string> | null = null;

/** @throws Problem `wrong_credentials`, without saying which of the two was wrong */
export async function signIn(
  database: Database,
  email: string,
  password: string,
): Promise<{ agentId: string; secret: string }> {
  const [row] = await database.query<{ id: string; password_hash: string; disabled: boolean }>(
    'SELECT id, password_hash, disabled FROM agents WHERE lower(email) = lower($1)',
    [email.trim()],
  );
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(row?.password_hash ?? (await decoy), password);
  if (!row || !right || row.disabled) {
    throw new Problem('wrong_credentials', 'The e-mail or the password is wrong.', { field: 'password' });
  }
  const { secret, hash: secretHash } = newSecret();
  await database.query(
    `INSERT INTO sessions (secret_hash, agent_id, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))`,
    [secretHash, row.id, sessionDays],
  );
  return { agentId: row.id, secret };
}

export async function signOut(database: Database, secret: string): Promise<void> {
  await database.query('DELETE FROM sessions WHERE secret_hash = $1', [hashSecret(secret)]);
}

/** Changes the own password and ends every other session. */
export async function changePassword(
  database: Database,
  agentId: string,
  passwords: { current: string; next: string },
  keepSecret: string,
): Promise<void> {
  const [row] = await database.query<{ password_hash: string }>(
    'SELECT password_hash FROM agents WHERE id = $1',
    [agentId],
  );
  if (!row || !(await verify(row.password_hash, passwords.current))) {
    throw new Problem('wrong_credentials', 'The current password is wrong.', { field: 'current' });
  }
  const next = await hashPassword(passwords.next);
  await database.transaction(async (tx) => {
    await tx.query('UPDATE agents SET password_hash = $2 WHERE id = $1', [agentId, next]);
    await tx.query('DELETE FROM sessions WHERE agent_id = $1 AND secret_hash <> $2', [
      agentId,
      hashSecret(keepSecret),
    ]);
  });
}
