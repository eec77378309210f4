import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything the environment may say. No other file reads `process.env`. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4780),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url().optional(),
  TANDEM_DATA: z.string().optional(),
  TANDEM_PUBLIC_URL: z.url().optional(),
  TANDEM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  TANDEM_DEMO: z.enum(['on', 'off']).default('on'),
  TANDEM_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  TANDEM_OWNER_PASSWORD: z.string().min(10).optional(),
  TANDEM_ENCODER: z.enum(['on', 'off']).default('on'),
  TANDEM_EMBEDDINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  TANDEM_EMBEDDINGS_KEY: z.string().optional(),
  TANDEM_EMBEDDINGS_MODEL: z.string().min(1).optional(),
  TANDEM_EMBEDDINGS_PREFIXES: z.enum(['on', 'off']).default('off'),
});

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | null;
  /** Embedded database, uploaded files and secrets live here. */
  dataDir: string;
  /** How browsers reach the desk, when not by host and port (behind a proxy). */
  publicUrl: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Seed the demo shop into an empty database and serve its storefront. */
  demo: boolean;
  /** Off only for load tests. */
  rateLimits: boolean;
  ownerPassword: string | null;
  /** Whether texts become vectors at all. */
  encoder: boolean;
  /** An OpenAI-compatible endpoint in place of the encoder in the box. `url` ends before `/embeddings`. */
  embeddings: { url: string; key: string | null; model: string; prefixes: boolean } | null;
  /** Whether the shop's own articles are learned from; off only in tests about other things. */
  learning: boolean;
};

/** Reads the environment; throws one sentence per wrong variable. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is wrong.\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  if (value.TANDEM_EMBEDDINGS_URL && !value.TANDEM_EMBEDDINGS_MODEL) {
    throw new Error('The environment is wrong.\nTANDEM_EMBEDDINGS_MODEL: wanted with TANDEM_EMBEDDINGS_URL');
  }
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: resolve(value.TANDEM_DATA ?? '.tandem'),
    publicUrl: value.TANDEM_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    logLevel: value.TANDEM_LOG,
    demo: value.TANDEM_DEMO === 'on',
    rateLimits: value.TANDEM_RATE_LIMITS === 'on',
    ownerPassword: value.TANDEM_OWNER_PASSWORD ?? null,
    encoder: value.TANDEM_ENCODER === 'on',
    embeddings: value.TANDEM_EMBEDDINGS_URL
      ? {
          url: value.TANDEM_EMBEDDINGS_URL,
          key: value.TANDEM_EMBEDDINGS_KEY ?? null,
          model: value.TANDEM_EMBEDDINGS_MODEL as string,
          prefixes: value.TANDEM_EMBEDDINGS_PREFIXES === 'on',
        }
      : null,
    learning: true,
  };
}
