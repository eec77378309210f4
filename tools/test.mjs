// `npm test [vitest arguments]`: the whole suite on the embedded PostgreSQL, then, where an external PostgreSQL can be
// reached, the server's and the flows' tests once more on that. Ends with one line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildAll, isStale } from './build.mjs';

const argv = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tandem-results-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

function run(name, args, env = {}) {
  console.log(`\n== ${name}`);
  const file = join(folder, `${Object.keys(env).length}.json`);
  const result = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${file}`, ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    },
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    sum.passed += report.numPassedTests;
    sum.failed +=
      report.numFailedTests +
      report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
    sum.skipped += report.numPendingTests + report.numTodoTests;
  } catch {
    broken = true;
  }
  if (result.status !== 0) broken = true;
}

/** The address to test on: `TEST_DATABASE_URL`, or in CI a server on this machine that lets us in. */
async function externalDatabase() {
  const wanted = process.env.TEST_DATABASE_URL;
  if (wanted) return wanted;
  if (!process.env.CI) return null;
  for (const url of [
    'postgres://root@127.0.0.1:5432/postgres',
    'postgres://postgres@127.0.0.1:5432/postgres',
  ]) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rows } = await client.query(
        'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
      );
      await client.end();
      if (rows[0]?.may) return url;
    } catch {
      await client.end().catch(() => {});
    }
  }
  return null;
}

if (isStale()) await buildAll();
run('on the embedded PostgreSQL', argv);
if (argv.length === 0) {
  const url = await externalDatabase();
  if (url) run('once more on an external PostgreSQL', ['server', 'tests/flows'], { TEST_DATABASE_URL: url });
  else
    console.log(
      '\nskipped: the second run on an external PostgreSQL (set TEST_DATABASE_URL to one where databases may be created)',
    );
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(broken || sum.failed > 0 || sum.passed === 0 ? 1 : 0);
