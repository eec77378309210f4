// The encoder in the box, native and WebAssembly, each in a process of its own: load, one query, batches, memory.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serverBuild } from '../tools/build.mjs';
import { percentiles } from './desk-process.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const questions = [
  'how do I return a jacket that does not fit',
  '什么时候发货',
  '我的订单已经三天没有更新了怎么办',
  'can I pay with paypal?',
  '退款多久到账',
  'is there a discount code for new customers',
  'where is my parcel',
  '能开发票吗',
  'change delivery address',
  '尺码偏大还是偏小',
];

export async function benchEncoder() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  // Beside node_modules, where the bundle finds its packages.
  const folder = mkdtempSync(join(root, 'dist/bench-'));
  try {
    const input = { encoder: join(root, 'server/adapters/encoder/index.ts') };
    const rollupOptions = { ...serverBuild.build.rollupOptions, input };
    await build({ ...serverBuild, build: { ...serverBuild.build, outDir: folder, rollupOptions } });
    console.log('\nThe encoder, one thread: load, one short query, batches of 10 short texts, memory');
    for (const runtime of ['native', 'wasm']) {
      const child = fork(fileURLToPath(import.meta.url), [join(folder, 'encoder.js'), runtime]);
      await new Promise((resolve) => child.once('exit', resolve));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(program, runtime) {
  const { createEncoder } = await import(program);
  const quiet = { info() {}, warn: console.warn, error: console.error };
  const before = process.memoryUsage.rss();
  const openedAt = performance.now();
  const folder = join(root, 'models/multilingual-e5-small');
  const encoder = await createEncoder({ folder, packageRoot: root, log: quiet, runtime });
  const checkedMs = performance.now() - openedAt;
  await encoder.embed(['warm'], 'query');
  const loadMs = performance.now() - openedAt;
  // A number makes each text new: nothing comes out of the cache.
  const one = [];
  const cpuAt = process.cpuUsage();
  for (let i = 0; i < (runtime === 'native' ? 500 : 100); i += 1) {
    const at = performance.now();
    await encoder.embed([`${questions[i % 10]} ${i % 97}`], 'passage');
    one.push(performance.now() - at);
  }
  const cpu = process.cpuUsage(cpuAt);
  const cpuMs = (cpu.user + cpu.system) / 1000 / one.length;
  const rates = [];
  for (let i = 0; i < (runtime === 'native' ? 50 : 10); i += 1) {
    const at = performance.now();
    await encoder.embed(questions, 'passage');
    rates.push(10_000 / (performance.now() - at));
  }
  rates.sort((a, b) => a - b);
  const { p50, p99 } = percentiles(one);
  const memory = (process.memoryUsage.rss() - before) / 2 ** 20;
  console.log(
    `${runtime.padEnd(6)}  load ${loadMs.toFixed(0)} ms (${checkedMs.toFixed(0)} of it checksums and words)   ` +
      `query p50 ${p50} p99 ${p99} ms, ${cpuMs.toFixed(1)} ms of CPU   ${rates[rates.length >> 1].toFixed(0)} texts/s ` +
      `(best ${rates.at(-1).toFixed(0)})   ${memory.toFixed(0)} MB`,
  );
  await encoder.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2], process.argv[3]);
