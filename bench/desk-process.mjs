// Starts a desk of its own for a measurement: the built command line, an own data folder and port.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, isStale } from '../tools/build.mjs';

const root = new URL('..', import.meta.url).pathname;
export const password = 'bench password';

export async function startDesk({
  port = 20780,
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-bench-')),
} = {}) {
  // Started as root, the database runs as somebody else, who must be able to reach it.
  chmodSync(dataDir, 0o755);
  if (isStale()) await buildAll();
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      TANDEM_DATA: dataDir,
      TANDEM_RATE_LIMITS: 'off',
      TANDEM_OWNER_PASSWORD: password,
      TANDEM_LOG: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const startedAt = Date.now();
  for (;;) {
    const up = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    if (child.exitCode !== null || Date.now() - startedAt > 60_000) throw new Error('the desk did not start');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url,
    dataDir,
    child,
    readyMs: Date.now() - startedAt,
    /** User and system seconds the process has used so far. */
    cpuSeconds() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    residentMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async kill() {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    },
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function post(url, path, body, headers = {}) {
  const response = await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(`${path}: ${JSON.stringify(answer)}`), { answer });
  return { answer, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] };
}

export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
