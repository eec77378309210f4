import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whom the server runs as when this process may not run it itself. */
export type ServerUser = { uid: number; gid: number };

/** PostgreSQL refuses root; `nobody` (65534 everywhere) exists without anybody having made it. */
export function chooseServerUser(): ServerUser | null {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
}

/** Whether the user may pass through every folder from the root down to `path`. */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  const parent = dirname(path);
  return parent === path || canReach(parent, user);
}

/** A private folder of the server's user. */
export async function ownFolder(path: string, user: ServerUser | null): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (!user) return;
  await chown(path, user.uid, user.gid);
  await chmod(path, 0o700);
}
