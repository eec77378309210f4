import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';

export class DataDirectoryInUse extends Error {
  constructor(dataDir: string, pid: string) {
    super(
      `Another desk (process ${pid}) is running on ${dataDir}. Stop it first, or set TANDEM_DATA to another folder.`,
    );
  }
}

const answerWithinMs = 1000;

/**
 * Holds a data directory by listening on a socket named after it. The operating system lets go of it when the process
 * ends, however it ends: whether a socket file is stale is found out by calling, never by trusting a process id.
 */
export async function lockDesk(dataDir: string, runDir: string, key: string): Promise<() => Promise<void>> {
  const path = platform() === 'win32' ? `\\\\.\\pipe\\tandem-${key}` : join(runDir, 'desk.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) {
      return () => new Promise((resolve) => server.close(() => resolve()));
    }
    const holder = await ask(path);
    if (holder !== null) throw new DataDirectoryInUse(dataDir, holder);
    await rm(path, { force: true });
  }
  throw new DataDirectoryInUse(dataDir, 'unknown');
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => {
      caller.on('error', () => {});
      caller.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** The process id of whoever listens; `unknown` when it does not say in time; null when nobody listens. */
function ask(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const caller = connect(path);
    let answer = '';
    caller.setTimeout(answerWithinMs, () => {
      caller.destroy();
      resolve('unknown');
    });
    caller.on('data', (data) => {
      answer += data;
    });
    caller.on('end', () => {
      caller.destroy();
      resolve(answer || 'unknown');
    });
    caller.on('error', () => resolve(null));
  });
}
