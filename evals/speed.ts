import { decideTurn, searchesOf } from '../brain/answer/decide-turn.ts';
import { detectLanguage } from '../brain/language.ts';
import { askedOutside, createKnowledgeIndex, learnShop, unitsOf } from '../brain/retrieval/index.ts';
import { articles } from '../seed/articles/index.ts';
import type { Embed, Row } from './row.ts';
import { demoShop } from './sets.ts';

const wanted = 10_000;
const seconds = 4;

/** How many turns (understand, retrieve, decide) one core takes with 10,000 articles: the demo shop's and invented ones. */
export async function reportSpeed(embed: Embed): Promise<Row[]> {
  const questions = (['zh', 'en'] as const).flatMap(
    (language) => demoShop('demo-shop-everyday.test', language).questions,
  );
  const rows: Row[] = [];
  for (const encoder of embed ? [null, embed] : [null]) {
    const index = createKnowledgeIndex();
    const known = invented();
    for (const { article, vectors } of known) index.put(article, encoder ? vectors : undefined);
    const outside = askedOutside.map((one) => ({ ...one, meaning: null }));
    index.learn(learnShop(known.slice(0, 160), outside));
    const times: number[] = [];
    const endAt = performance.now() + seconds * 1000;
    while (performance.now() < endAt) {
      const { text } = questions[times.length % questions.length] as { text: string };
      const startedAt = performance.now();
      const texts = searchesOf({ text, history: [] });
      const vectors = encoder ? await encoder(texts, 'query') : [];
      decideTurn({
        text,
        hasAttachments: false,
        language: detectLanguage(text, 'zh'),
        history: [],
        consecutiveMisses: 0,
        offeredChoices: [],
        offerOpen: false,
        index,
        article: (id) => known[Number(id)]?.article,
        meanings: new Map(vectors.map((vector, at) => [texts[at] as string, vector])),
        at: 1,
      });
      times.push(performance.now() - startedAt);
    }
    times.sort((a, b) => a - b);
    const p99 = times[Math.floor(times.length * 0.99)] as number;
    const note = `one at a time, ${wanted} articles; p99 ${p99.toFixed(1)} ms (at most ${encoder ? 25 : 10})`;
    const [least, aim] = encoder ? [150, 300] : [1000, 2000];
    rows.push({
      set: `speed, encoder ${encoder ? 'on' : 'off'}`,
      measure: 'turns/s',
      value: times.length / seconds,
      least,
      aim,
      note,
    });
  }
  return rows;
}

/** Articles of the demo shop, then variations of them about other models, with vectors that are random but near their original. */
function invented() {
  const own = articles.flatMap((article) =>
    (['zh', 'en'] as const).map((language) => ({ language, ...article[language] })),
  );
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff - 0.5;
  };
  return Array.from({ length: wanted }, (_, at) => {
    const from = own[at % own.length] as (typeof own)[number];
    const round = Math.floor(at / own.length);
    const mark = (text: string) => (round === 0 ? text : `${text} X${round}`);
    const article = {
      id: String(at),
      language: from.language,
      title: mark(from.title),
      body: from.body,
      phrasings: from.phrasings.slice(0, 5).map(mark),
      pairKey: null,
      validFrom: null,
      validUntil: null,
    };
    const vectors = unitsOf(article).map(() => {
      const vector = Float32Array.from({ length: 384 }, random);
      const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
      return vector.map((value) => value / length);
    });
    return { article, vectors };
  });
}
