import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Two classic scripts, one per mode: `loader` (on every page of the shop) and `widget` (fetched when it is needed).
 * A page that embeds them has no module loader of ours, so each is one IIFE.
 */
export default defineConfig(({ mode }) => {
  const script = mode === 'loader' ? 'loader' : 'widget';
  return {
    root: here,
    logLevel: 'warn',
    build: {
      target: 'es2020',
      outDir: join(here, '../dist/widget'),
      emptyOutDir: false,
      lib: {
        entry: join(here, `${script}.ts`),
        name: 'tandemWidget',
        formats: ['iife'],
        fileName: () => `${script}.js`,
      },
    },
  };
});
