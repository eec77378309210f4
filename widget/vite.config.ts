import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two classic scripts, one at a time: `--mode loader` (what a shop's page loads) and `--mode widget` (on opening). */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  publicDir: false,
  build: {
    target: 'es2020',
    outDir: here('../dist/widget'),
    emptyOutDir: mode === 'loader',
    lib: {
      entry: here(mode === 'loader' ? './loader.ts' : './widget.ts'),
      formats: ['iife'],
      name: mode === 'loader' ? 'tandemLoader' : 'tandemWidget',
      fileName: () => `${mode}.js`,
    },
  },
}));
