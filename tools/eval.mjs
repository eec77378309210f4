// `npm run eval`: builds and runs evals/run.ts, which measures the brain on labelled sets and prints a table.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { root, serverBuild } from './build.mjs';

const folder = join(root, 'dist/evals');
await build({
  ...serverBuild,
  build: {
    ...serverBuild.build,
    outDir: folder,
    rollupOptions: { ...serverBuild.build.rollupOptions, input: { run: join(root, 'evals/run.ts') } },
  },
});
const { status } = spawnSync(process.execPath, [join(folder, 'run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
