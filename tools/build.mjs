// Builds what runs: the server and command line (dist/cli), the console (dist/console), the widget (dist/widget).
// `--watch` rebuilds on change. Called by cli/tandem.mjs when sources are newer than what was built.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist/.built');
const sources = [
  'contract',
  'server',
  'brain',
  'cli',
  'seed',
  'storefront',
  'console',
  'widget',
  'package-lock.json',
];

/** Whether any source is newer than the last whole build. */
export function isStale() {
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.some((name) => existsSync(join(root, name)) && newest(join(root, name)) > builtAt);
}

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  let latest = 0;
  for (const name of readdirSync(path)) latest = Math.max(latest, newest(join(path, name)));
  return latest;
}

/** The server and command line as one bundle; packages stay outside. */
export const serverBuild = {
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(root, 'dist/cli'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        main: join(root, 'cli/main.ts'),
        'learn-shop': join(root, 'server/adapters/shop-learner/program.ts'),
      },
      external: [...builtinModules, /^node:/],
      output: { entryFileNames: '[name].js' },
    },
  },
};

/** The encoder's WebAssembly runtime: two files of the 139 MB its package has. */
function copyWasm() {
  mkdirSync(join(root, 'dist/wasm'), { recursive: true });
  for (const name of ['ort.wasm.bundle.min.mjs', 'ort-wasm-simd-threaded.wasm']) {
    copyFileSync(join(root, 'node_modules/onnxruntime-web/dist', name), join(root, 'dist/wasm', name));
  }
}

export async function buildAll({ watch = false } = {}) {
  const startedAt = new Date();
  copyWasm();
  const extra = watch ? { build: { watch: {} } } : {};
  const configs = [
    serverBuild,
    { configFile: join(root, 'console/vite.config.ts'), root: join(root, 'console'), logLevel: 'warn' },
    {
      configFile: join(root, 'widget/vite.config.ts'),
      root: join(root, 'widget'),
      logLevel: 'warn',
      mode: 'loader',
    },
    {
      configFile: join(root, 'widget/vite.config.ts'),
      root: join(root, 'widget'),
      logLevel: 'warn',
      mode: 'widget',
    },
  ];
  for (const config of configs) {
    await build(watch ? { ...config, build: { ...config.build, ...extra.build } } : config);
  }
  if (watch) return;
  mkdirSync(dirname(stamp), { recursive: true });
  // The stamp carries the time the build began: what was saved while it ran is built again.
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll({ watch: process.argv.includes('--watch') });
}
