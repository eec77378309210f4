import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a browser is, or null with the reason printed. In CI its absence is a failure. */
export function findChromium(): string | null {
  const path = places.find((place) => place && existsSync(place)) ?? null;
  if (!path && process.env.CI) throw new Error('CI has no Chromium: .ci/run should have installed it.');
  if (!path) console.log('skipped: browser tests (no Chromium found; set CHROMIUM_PATH)');
  return path;
}

export function launch(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
