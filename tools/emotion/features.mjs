// node tools/emotion/features.mjs < rows.jsonl > features.jsonl: what brain/emotion sees of each row's `text`, for train.py.
// The program and the product read a text with the same code, so the trained weights fit.
import { createInterface } from 'node:readline';
import { createServer } from 'vite';

const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { readingOf } = await vite.ssrLoadModule('/brain/emotion/reading.ts');
for await (const line of createInterface({ input: process.stdin })) {
  const { signals, grams } = readingOf(JSON.parse(line).text);
  console.log(JSON.stringify({ signals: [...signals], grams: [...grams.buckets] }));
}
await vite.close();
