import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deskRoutes, problemCodes } from '../../contract/index.ts';
import { openApiDocument } from '../../server/http/openapi.ts';
import { packageRoot } from '../../server/platform/package-root.ts';

const folders = ['contract', 'server', 'brain', 'console', 'widget', 'storefront', 'cli', 'seed'];
const planted = join(packageRoot, 'brain/planted');

function cruise(): { violations: { rule: { name: string } }[]; totalCruised: number } {
  const run = () =>
    execFileSync(
      'npx',
      ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
      { cwd: packageRoot, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
  try {
    return JSON.parse(run()).summary;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout).summary;
  }
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}
const sources = [...folders, 'tests', 'bench']
  .flatMap((folder) => files(join(packageRoot, folder)))
  .filter((path) => /\.tsx?$/.test(path));

afterAll(() => rmSync(planted, { recursive: true, force: true }));

describe('the walls', () => {
  it('are seen: the guard reads the whole tree and catches a planted violation', () => {
    expect(cruise()).toMatchObject({ violations: [] });
    mkdirSync(planted, { recursive: true });
    writeFileSync(
      join(planted, 'planted.ts'),
      "import { createPool } from '../../server/database/client.ts';\nexport const planted = createPool;\n",
    );
    const { violations, totalCruised } = cruise();
    rmSync(planted, { recursive: true, force: true });
    expect(totalCruised).toBeGreaterThan(150);
    expect(violations.map((violation) => violation.rule.name)).toEqual(['brain-is-pure']);
  }, 60_000);

  it('modules open with what they are for and what they must not know', () => {
    for (const name of readdirSync(join(packageRoot, 'server/modules'))) {
      const door = readFileSync(join(packageRoot, 'server/modules', name, 'index.ts'), 'utf8');
      expect(door.slice(0, 900), name).toMatch(/^\/\*\*[\s\S]*must not know/);
    }
  });

  it('no drawers, no long files', () => {
    expect(
      sources.filter((path) =>
        /\/(utils|helpers|common|types|shared|lib)\//.test(path.slice(packageRoot.length)),
      ),
    ).toEqual([]);
    const lengths = sources.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length }));
    // Data, not code: the demo shop, tests' cases, sentences people see, questions no shop answers.
    const isData = (path: string) => /\/seed\/|\.test\.ts$|words\.ts$|outside-questions\.ts$/.test(path);
    expect(lengths.filter(({ path, lines }) => lines > 400 && !isData(path))).toEqual([]);
  });

  it('the environment is read in one place', () => {
    const readers = sources.filter(
      (path) => /process\.env/.test(readFileSync(path, 'utf8')) && !/\/(tests|cli)\//.test(path),
    );
    expect(readers.map((path) => path.slice(packageRoot.length))).toEqual(['/server/platform/config.ts']);
  });
});

describe('the contract', () => {
  it('is committed as a fresh API document', () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    const fresh = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
    const path = join(packageRoot, 'docs/api/openapi.json');
    if (process.env.UPDATE_API === 'yes') writeFileSync(path, fresh);
    expect(readFileSync(path, 'utf8'), 'refresh with UPDATE_API=yes npm test -- tests/architecture').toBe(
      fresh,
    );
  });
  it('names every route once, and only known refusals', () => {
    const routes = Object.values(deskRoutes).map((route) => `${route.method} ${route.path}`);
    expect(new Set(routes).size).toBe(routes.length);
    for (const route of Object.values(deskRoutes)) {
      for (const code of (route as { problems?: readonly string[] }).problems ?? [])
        expect(Object.keys(problemCodes)).toContain(code);
    }
  });
});
