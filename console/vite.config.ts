import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  plugins: [react()],
  build: { outDir: here('../dist/console'), emptyOutDir: true, chunkSizeWarningLimit: 1200 },
});
