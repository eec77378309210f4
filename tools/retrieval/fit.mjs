// `node tools/retrieval/fit.mjs`: builds and runs fit.ts, which learns brain/retrieval/fusion-weights.ts. See README.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { root, serverBuild } from '../build.mjs';

const folder = join(root, 'dist/retrieval');
await build({
  ...serverBuild,
  build: {
    ...serverBuild.build,
    outDir: folder,
    rollupOptions: {
      ...serverBuild.build.rollupOptions,
      input: { fit: join(root, 'tools/retrieval/fit.ts') },
    },
  },
});
const { status } = spawnSync(process.execPath, [join(folder, 'fit.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
