import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chown, readFile, rm, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { type ServerConnection, superuser, usesTcp } from './cluster.ts';
import type { ServerUser } from './server-user.ts';

type ServerOptions = {
  clusterDir: string;
  socketDir: string;
  binaries: Binaries;
  user: ServerUser | null;
  password: string | null;
  key: string;
};

const readyWithinMs = 60_000;
const stopWithinMs = 15_000;
const mostLogBytes = 5 * 1024 * 1024;

export async function startServer(
  options: ServerOptions,
): Promise<{ connection: ServerConnection; stop: () => Promise<void> }> {
  await endLeftover(options.clusterDir);
  const port = usesTcp ? await freePort() : 5432;
  const connection: ServerConnection = {
    host: usesTcp ? '127.0.0.1' : options.socketDir,
    port,
    user: superuser,
    database: 'postgres',
    ...(options.password ? { password: options.password } : {}),
  };
  const child = await launch(options, port);
  try {
    await untilReady(child, connection, options.clusterDir);
  } catch (error) {
    child.kill('SIGQUIT');
    throw error;
  }
  return { connection, stop: () => stopChild(child) };
}

async function launch(
  { clusterDir, socketDir, binaries, user }: ServerOptions,
  port: number,
): Promise<ChildProcess> {
  const logPath = join(clusterDir, 'tandem-server.log');
  const logged = await stat(logPath).catch(() => null);
  if (logged && logged.size > mostLogBytes) await truncate(logPath).catch(() => {});
  // A file, not a pipe: the server must be able to write its last words when this process is gone.
  const log = openSync(logPath, 'a');
  if (user) await chown(logPath, user.uid, user.gid);
  const options = ['-D', clusterDir, '-p', String(port), ...(usesTcp ? [] : ['-k', socketDir])];
  // In a process group of its own: an interrupt typed at the desk is the desk's to handle, in its own order.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
  try {
    if (setpriv) {
      // The kernel tells the server to shut down the moment this process dies.
      const as = user ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : [];
      const command = ['--pdeathsig', 'INT', ...as, binaries.postgres, ...options];
      return spawn(setpriv, command, { stdio: ['ignore', log, log], cwd: '/', detached: true });
    }
    return spawn(binaries.postgres, options, {
      ...user,
      stdio: ['ignore', log, log],
      cwd: '/',
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function untilReady(
  child: ChildProcess,
  connection: ServerConnection,
  clusterDir: string,
): Promise<void> {
  let ended: string | null = null;
  child.once('exit', (code, signal) => {
    ended = String(code ?? signal);
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  const deadline = Date.now() + readyWithinMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(200, pauseMs * 1.5)) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (ended !== null)
        throw new Error(`PostgreSQL ended (${ended}); its last words are in ${clusterDir}/tandem-server.log`);
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL was not ready in ${readyWithinMs / 1000} s.`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Fast shutdown: open connections are ended, everything is written down. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), stopWithinMs);
  await ended;
  clearTimeout(timer);
}

/**
 * A server whose desk was killed may still be running, or still be shutting down. The desk's lock is ours by now, so
 * nobody else uses it: it is asked to end, and waited for.
 */
async function endLeftover(clusterDir: string): Promise<void> {
  const path = join(clusterDir, 'postmaster.pid');
  const deadline = Date.now() + stopWithinMs;
  for (let asked = false; ; ) {
    const [pidLine, directory] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
    const pid = Number(pidLine);
    if (!pid || !(await isServerOf(pid, clusterDir, directory))) {
      await rm(path, { force: true });
      return;
    }
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    else if (!asked) process.kill(pid, 'SIGINT');
    asked = true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Process ids are used again: it must be alive, and on Linux be a postgres started on this very directory. */
async function isServerOf(pid: number, clusterDir: string, directory: string | undefined): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command === null) return directory === clusterDir;
  return command.includes('postgres') && command.includes(clusterDir);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
