import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context, Hono } from 'hono';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
  '.map': 'application/json',
};

export type Folder = {
  /** URL prefix such as `/console`. */
  at: string;
  folder: string;
  /** Served for paths without an extension: a single-page app. */
  index?: string;
  headers?: Record<string, string>;
};

/** Serves a built folder. Hashed assets are kept by browsers for a year, everything else is asked for again each time. */
export function serveFolder(app: Hono, { at, folder, index, headers = {} }: Folder): void {
  app.get(`${at}/*`, async (context) => {
    const wanted = normalize(decodeURIComponent(context.req.path.slice(at.length + 1)));
    if (wanted.startsWith('..') || wanted.startsWith(sep)) return context.notFound();
    const file = join(folder, wanted);
    if (extname(wanted) && existsSync(file)) return send(context, file, wanted, headers);
    if (index && !extname(wanted)) return send(context, join(folder, index), index, headers);
    return context.notFound();
  });
}

async function send(context: Context, file: string, name: string, headers: Record<string, string>) {
  const hashed = /assets\/.*-[\w-]{8,}\.\w+$/.test(name);
  return context.body(new Uint8Array(await readFile(file)), 200, {
    'content-type': mediaTypes[extname(name)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
}
