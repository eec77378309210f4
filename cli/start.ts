import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDesk } from '../server/main.ts';
import { openDesk } from './open-desk.ts';
import { seedDemoShop, signInFile } from './seed.ts';
import { serveStorefront } from './serve-storefront.ts';

export async function start(): Promise<void> {
  const startedAt = performance.now();
  const { desk, close } = await openDesk();
  const { config } = desk;
  let stop = close;
  try {
    const isNew = await desk.accounts.isEmpty();
    if (isNew && config.demo) await seedDemoShop(desk);
    const running = await startDesk(desk, config.demo ? (app) => serveStorefront(app, desk) : undefined);
    stop = async () => {
      await running.stop();
      await close();
    };
    await tellAddresses(running.url, desk.config.dataDir, config.demo, isNew, startedAt);
  } catch (error) {
    await stop();
    throw error;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      process.exit(0);
    });
  }
}

async function tellAddresses(
  url: string,
  dataDir: string,
  demo: boolean,
  isNew: boolean,
  startedAt: number,
): Promise<void> {
  const kept = demo ? await readFile(join(dataDir, signInFile), 'utf8').catch(() => null) : null;
  const [email, password] = kept?.split('\n') ?? [];
  const lines = [
    `Tandem is running (ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
    '',
    ...(demo ? [`  Demo shop with the widget   ${url}/shop`] : []),
    `  Agent console               ${url}/console/`,
    `  API document                ${url}/api`,
    '',
    ...(email ? [`  Sign in as   ${email}`, `  Password     ${password}   (until you change it)`] : []),
    ...(!demo && isNew
      ? ['  Nobody works here yet: tandem create-agent --email … --name … --role owner']
      : []),
  ];
  console.log(lines.join('\n'));
}
