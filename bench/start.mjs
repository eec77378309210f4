// How long a first and a later start take, what is installed, what an idle desk holds in memory.
import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk-process.mjs';

export async function benchStart() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-start-'));
  const first = await startDesk({ port: 20784, dataDir });
  const firstMs = first.readyMs;
  await first.kill();
  const later = await startDesk({ port: 20784, dataDir });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const root = new URL('..', import.meta.url).pathname;
  const size = (path) =>
    execSync(`du -sm ${join(root, path)}`)
      .toString()
      .split('\t')[0];
  console.log('\nStart, size, memory');
  console.log(
    `first start with demo shop ${firstMs} ms   start after kill -9 ${later.readyMs} ms   idle memory ${later.residentMb().toFixed(0)} MB (without PostgreSQL)`,
  );
  console.log(`node_modules ${size('node_modules')} MB (with development tools)   dist ${size('dist')} MB`);
  await later.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
