import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{contract,server,brain,cli,seed,storefront,console,widget,tests}/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
