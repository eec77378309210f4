import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { ownFolder, type ServerUser } from './server-user.ts';

export type ServerConnection = {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
};

export const superuser = 'tandem';
export const usesTcp = platform() === 'win32';

// Durable first (fsync and synchronous_commit stay on); small enough for the smallest machine.
const settings = `
listen_addresses = '${usesTcp ? '127.0.0.1' : ''}'
max_connections = 60
shared_buffers = 64MB
effective_io_concurrency = 0
max_wal_size = 512MB
checkpoint_timeout = 15min
checkpoint_completion_target = 0.9
wal_compression = on
random_page_cost = 1.2
jit = off
logging_collector = off
log_min_messages = warning
timezone = 'UTC'
`;

/**
 * Makes the cluster where there is none. Made in a folder aside and renamed when whole: a start that was interrupted
 * leaves nothing that looks finished.
 * @returns the superuser's password where connections need one (Windows, over TCP)
 */
export async function ensureCluster(
  clusterDir: string,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<string | null> {
  const found = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found && found.trim() !== binaries.major) {
    throw new Error(
      `The database in ${clusterDir} was made by PostgreSQL ${found.trim()}; this release brings ${binaries.major}. ` +
        'Export it with the release that made it (tandem export) and import it here.',
    );
  }
  if (!found) await makeCluster(clusterDir, binaries, user);
  return usesTcp ? (await readFile(join(clusterDir, 'tandem-password'), 'utf8')).trim() : null;
}

async function makeCluster(clusterDir: string, binaries: Binaries, user: ServerUser | null): Promise<void> {
  const aside = `${clusterDir}.new`;
  const left = await readdir(clusterDir).catch(() => []);
  if (left.length > 0)
    throw new Error(`${clusterDir} is not empty and holds no database. Move it away first.`);
  await mkdir(dirname(clusterDir), { recursive: true });
  await rm(aside, { recursive: true, force: true });
  await ownFolder(aside, user);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${aside}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const auth = usesTcp ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust'];
  const options = [
    '-D',
    aside,
    '-U',
    superuser,
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...auth,
  ];
  try {
    await promisify(execFile)(binaries.initdb, options, { ...user, cwd: '/' });
  } catch (error) {
    throw new Error(
      `The database could not be made in ${clusterDir}: ${(error as { stderr?: string }).stderr?.trim() || error}`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await appendFile(join(aside, 'postgresql.conf'), settings);
  if (usesTcp) await writeFile(join(aside, 'tandem-password'), password, { mode: 0o600 });
  if (user) await chmod(aside, 0o700);
  await rm(clusterDir, { recursive: true, force: true });
  await rename(aside, clusterDir);
}
