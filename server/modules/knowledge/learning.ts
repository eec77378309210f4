import {
  askedOutside,
  type Background,
  backgroundOf,
  type KnownArticle,
  type Learned,
} from '../../../brain/retrieval/index.ts';
import type { Log } from '../../platform/log.ts';
import type { Library } from './library.ts';
import type { Meanings } from './meanings.ts';

/** How long the knowledge must rest before it is learned from: an import's many writes are learned once. */
const restMs = 400;

const texts = askedOutside.map((one) => one.text);

export type LearnShop = (
  request: { articles: KnownArticle[]; outside: Background },
  signal: AbortSignal,
) => Promise<Learned>;

/**
 * Keeps what is learned from the shop's own articles (the classifier, the calibrated confidence) up with them: a moment
 * after the last change, one learning at a time, elsewhere than in this thread. Until then the last one holds.
 */
export function createLearning(needs: {
  live: Library;
  meanings: Meanings;
  learnShop: LearnShop | null;
  /** What was learned, under the care the shop wants. */
  fit: (calibration: Learned['calibration']) => Learned['calibration'];
  onLearned: () => void;
  log: Log;
}) {
  const { live, meanings, log } = needs;
  let outside: Background = askedOutside.map((one) => ({ ...one, meaning: null }));
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let hasLearned = false;
  const stopping = new AbortController();

  async function learn(): Promise<void> {
    if (!needs.learnShop) return;
    const articles = [...live.published.values()].map(
      (article): KnownArticle => ({ article, vectors: live.vectorsOf(article.id) }),
    );
    const learned = await needs.learnShop({ articles, outside }, stopping.signal);
    if (stopping.signal.aborted) return;
    live.index.learn({ ...learned, calibration: needs.fit(learned.calibration) });
    hasLearned = true;
    needs.onLearned();
  }

  function run(): void {
    timer = null;
    if (stopping.signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    running = learn()
      .catch((error) => {
        if (!stopping.signal.aborted)
          log.error({ error: String(error) }, 'the shop could not be learned from');
      })
      .finally(() => {
        running = null;
        if (again) run();
        again = false;
      });
  }

  return {
    /** Questions whose vectors are kept beside the articles'. */
    asked: texts,
    /** Tells the index what is outside every shop's knowledge; to be awaited before articles get their meaning. */
    async setBackground(): Promise<void> {
      const vectors = await meanings.ofQuestions(texts, { patient: true });
      outside = askedOutside.map((one) => ({ ...one, meaning: vectors.get(one.text) ?? null }));
      live.index.setBackground(backgroundOf(outside));
    },
    /** Whether anything was learned since the start. */
    get hasLearned() {
      return hasLearned;
    },
    /** The knowledge has changed. */
    wake(): void {
      if (stopping.signal.aborted) return;
      if (timer) clearTimeout(timer);
      timer = setTimeout(run, restMs);
    },
    /** Resolves when everything that has changed is learned. */
    async settled(): Promise<void> {
      if (timer) {
        clearTimeout(timer);
        run();
      }
      while (running) await running;
    },
    async stop(): Promise<void> {
      stopping.abort();
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
