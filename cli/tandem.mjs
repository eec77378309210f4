#!/usr/bin/env node
// Starts the built command line; from a checkout, builds it first when the sources are newer.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Tandem needs Node 20.20 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
const tool = new URL('../tools/build.mjs', import.meta.url);
if (existsSync(tool)) {
  const { buildAll, isStale } = await import(tool.href);
  if (isStale()) {
    const startedAt = Date.now();
    process.stderr.write('Building … ');
    await buildAll();
    process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}
await import(new URL('../dist/cli/main.js', import.meta.url).href);
