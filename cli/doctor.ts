import { existsSync } from 'node:fs';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../server/platform/config.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import { openDesk } from './open-desk.ts';

type Finding = { what: string; wrong?: string; mend?: string };

const leastFreeBytes = 500 * 1024 * 1024;

/** Looks at everything the desk needs, in the order it needs it, and says of each whether it is well. */
export async function doctor(): Promise<void> {
  const findings: Finding[] = [];
  const config = readConfig();
  findings.push({ what: `Node ${process.versions.node}` });
  findings.push(
    existsSync(join(packageRoot, 'dist/console/index.html')) &&
      existsSync(join(packageRoot, 'dist/widget/loader.js'))
      ? { what: 'console and widget are built' }
      : { what: 'console and widget', wrong: 'are not built', mend: 'npm run build' },
  );
  findings.push(await dataFolder(config.dataDir));
  findings.push(await port(config.host, config.port));
  findings.push(...(await database()));
  for (const { what, wrong, mend } of findings) {
    console.log(wrong ? `✗ ${what}: ${wrong}\n    → ${mend}` : `✓ ${what}`);
  }
  if (findings.some((finding) => finding.wrong)) process.exitCode = 1;
}

async function dataFolder(folder: string): Promise<Finding> {
  const what = `data folder ${folder}`;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free < leastFreeBytes) {
      return {
        what,
        wrong: `only ${Math.round(free / 1024 / 1024)} MB are free`,
        mend: 'free some space, or set TANDEM_DATA to a larger disk',
      };
    }
    return { what };
  } catch (error) {
    return { what, wrong: (error as Error).message, mend: 'set TANDEM_DATA to a folder you may write to' };
  }
}

function port(host: string, number: number): Promise<Finding> {
  const what = `port ${number}`;
  return new Promise((resolve) => {
    const probe = connect(number, host);
    probe.once('connect', () => {
      probe.destroy();
      resolve({
        what,
        wrong: 'something listens there already',
        mend: 'stop it (a running desk, perhaps), or set PORT',
      });
    });
    probe.once('error', () => resolve({ what: `${what} is free` }));
  });
}

async function database(): Promise<Finding[]> {
  try {
    const { desk, close } = await openDesk();
    try {
      const [version] = await desk.database.query<{ version: string }>(
        `SELECT current_setting('server_version') AS version`,
      );
      const agents = await desk.accounts.agents();
      const { total } = await desk.knowledge.listArticles({ q: '', offset: 0, limit: 1 });
      const owed = await desk.conversations.unfinished.owedReplies();
      return [
        { what: `PostgreSQL ${version?.version}, migrated` },
        agents.some((agent) => agent.role === 'owner' && !agent.disabled)
          ? { what: `${agents.length} people work here` }
          : {
              what: 'people',
              wrong: 'there is no owner',
              mend: 'tandem create-agent --email … --name … --role owner',
            },
        total > 0
          ? { what: `${total} articles` }
          : {
              what: 'knowledge',
              wrong: 'there is not one article, so the AI can answer nothing',
              mend: 'tandem import FILE, or write some in the console',
            },
        {
          what: `${owed.length} replies owed by the AI${owed.length > 0 ? ' (given at the next start)' : ''}`,
        },
      ];
    } finally {
      await close();
    }
  } catch (error) {
    return [
      {
        what: 'database',
        wrong: (error as Error).message,
        mend: 'stop the other desk, or check DATABASE_URL',
      },
    ];
  }
}
