import { unitsOf } from '../../../brain/retrieval/index.ts';
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import { createVectorStore, type EmbedKind, type TextEncoder } from './vector-store.ts';

type Texts = { title: string; phrasings: string[]; body: string };

/** A customer's question waits no longer for its vector; then its words must do. */
const patienceMs = 1500;

export type Meanings = ReturnType<typeof createMeanings>;

/** The vectors of articles (stored) and of questions. Without an encoder, or when it fails, there simply are none. */
export function createMeanings(needs: { database: Database; encoder: TextEncoder | null; log: Log }) {
  const { encoder, log } = needs;
  const store = encoder && createVectorStore(needs.database, encoder);
  let stopped = false;

  return {
    isOn: encoder !== null,
    /** Reads nothing more; what is being read ends when the encoder is closed. */
    stop(): void {
      stopped = true;
    },
    /** The vectors of each article's `unitsOf`, by article; empty without an encoder or when it fails. */
    async ofArticles<T extends Texts & { id: string }>(
      articles: readonly T[],
    ): Promise<Map<string, Float32Array[]>> {
      if (!store || stopped) return new Map();
      const all = articles.flatMap(textsOf);
      const of = (kind: EmbedKind) => all.filter((one) => one.kind === kind).map((one) => one.text);
      try {
        const known = {
          query: await store.vectorsOf(of('query'), 'query'),
          passage: await store.vectorsOf(of('passage'), 'passage'),
        };
        return new Map(
          articles.map((article) => [
            article.id,
            textsOf(article).map(({ text, kind }) => known[kind].get(text) as Float32Array),
          ]),
        );
      } catch (error) {
        if (!stopped)
          log.error({ error: String(error) }, 'articles could not be embedded; their words are searched');
        return new Map();
      }
    },
    /** The vectors of what is asked, by text; empty without an encoder, or when it does not answer in time unless `patient`. */
    async ofQuestions(
      texts: readonly string[],
      { patient = false } = {},
    ): Promise<Map<string, Float32Array>> {
      const all = [...new Set(texts)].filter((text) => text.trim() !== '');
      if (!encoder || !store || all.length === 0) return new Map();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        if (!patient) timer = setTimeout(reject, patienceMs, new Error(`no vector within ${patienceMs} ms`));
      });
      try {
        if (patient) return await store.vectorsOf(all, 'query');
        const vectors = await Promise.race([encoder.embed(all, 'query'), late]);
        return new Map(all.map((text, at) => [text, vectors[at] as Float32Array]));
      } catch (error) {
        if (!stopped) log.warn({ error: String(error) }, 'a question was searched by its words only');
        return new Map();
      } finally {
        clearTimeout(timer);
      }
    },
    /** Forgets the stored vectors of texts that are not among these. */
    async tidy(articles: readonly Texts[], questions: readonly string[]): Promise<void> {
      const asked = questions.map((text) => ({ text, kind: 'query' as const }));
      if (!stopped) await store?.keepOnly([...articles.flatMap(textsOf), ...asked]);
    },
  };
}

/** Questions are compared with questions, statements as what they are. */
function textsOf(article: Texts): { text: string; kind: EmbedKind }[] {
  return unitsOf(article).map(({ text, kind }) => ({ text, kind: kind === 'passage' ? 'passage' : 'query' }));
}
