import { type Settings, settings as settingsShape } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';

const initial: Settings = {
  shopName: { zh: '我的店铺', en: 'My shop' },
  greeting: {
    zh: '您好！我是店铺的 AI 助手，随时为您解答；需要人工客服也可以随时说。',
    en: 'Hello! I am the shop’s AI assistant. Ask me anything; a person is one click away.',
  },
  aiEnabled: true,
  allowedOrigins: [],
  promiseHours: 4,
  defaultGroupId: null,
  groupByReason: {},
  groupByLanguage: {},
};

/** The desk's settings: one row each, read often and kept in memory; this process is their only writer. */
export function createSettings(database: Database) {
  let known: Settings | null = null;
  return {
    async get(): Promise<Settings> {
      if (known) return known;
      const rows = await database.query<{ name: string; value: unknown }>('SELECT name, value FROM settings');
      const stored = Object.fromEntries(rows.map((row) => [row.name, row.value]));
      const read = settingsShape.safeParse({ ...initial, ...stored });
      known = read.success ? read.data : initial;
      return known;
    },
    async save(next: Settings): Promise<Settings> {
      await database.query(
        `INSERT INTO settings (name, value) SELECT key, value FROM jsonb_each($1::jsonb)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        [JSON.stringify(next)],
      );
      known = next;
      return next;
    },
  };
}
