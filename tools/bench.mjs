// `npm run bench [messages|turns|faults|start|encoder]`: measures on this machine and prints tables. Nothing is asserted here.
const wanted = process.argv.slice(2);
const parts = {
  messages: 'benchMessages',
  turns: 'benchTurns',
  faults: 'benchFaults',
  start: 'benchStart',
  encoder: 'benchEncoder',
};
for (const [name, exported] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const part = await import(new URL(`../bench/${name}.mjs`, import.meta.url).href);
  await part[exported]();
}
