// The bare floor in a process of its own: one committed INSERT, one WebSocket push. On the same kind of database.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import { WebSocketServer } from 'ws';

const out = mkdtempSync(join(tmpdir(), 'tandem-floor-'));
const root = new URL('..', import.meta.url).pathname;
await build({
  configFile: false,
  root,
  logLevel: 'error',
  build: {
    ssr: join(root, 'server/adapters/embedded-postgres/index.ts'),
    outDir: join(root, 'dist/floor'),
    minify: false,
  },
});
const { startEmbeddedPostgres } = await import(join(root, 'dist/floor/index.js'));
const database = await startEmbeddedPostgres({ dataDir: out, log: () => {} });
const pool = new pg.Pool({ ...database.connection, max: 12 });
pool.on('error', () => {});
await pool.query('CREATE TABLE messages (id bigserial PRIMARY KEY, text text NOT NULL)');
const server = new WebSocketServer({ port: Number(process.argv[2]), perMessageDeflate: false });
let agent = null;
server.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'agent') {
      agent = socket;
      return;
    }
    await pool.query('INSERT INTO messages (text) VALUES ($1)', [message.text]);
    socket.send(JSON.stringify({ type: 'sent', requestId: message.requestId }));
    agent?.send(JSON.stringify({ text: message.text }));
  });
});
process.send?.('ready');
process.on('SIGTERM', async () => {
  await pool.end().catch(() => {});
  await database.stop();
  process.exit(0);
});
