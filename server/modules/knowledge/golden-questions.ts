import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import type { BrokenQuestion, GoldenDraft, GoldenQuestion, Language } from '../../../contract/index.ts';
import { type Database, violatedUnique } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { selectArticle } from './article-store.ts';
import type { Library } from './library.ts';

type Stored = Omit<GoldenQuestion, 'expectedTitle' | 'now'>;

/** Asks one question of a library as a customer's first message would. */
export type Decide = (library: Library, question: string, language: Language) => Promise<TurnDecision>;

const columns = `id, question, language, expected_article_id AS "expectedArticleId", note, created_at AS "createdAt",
  created_by AS "createdBy"`;
const most = 2000;
const breathEvery = 16;
/** Articles come into force and end by the clock, so an answer is not remembered for longer. */
const rememberedMs = 600_000;

type Answers = { askedAt: number; byQuestion: Map<string, TurnDecision> };
const keyOf = ({ language, question }: Stored) => `${language} ${question}`;

/**
 * Golden questions: what must stay right whatever is changed. Right is: answered with the expected article or its pair;
 * where none is expected, anything but an answer.
 */
export function createGoldenQuestions(needs: {
  database: Database;
  newId: (prefix: string) => string;
  now: () => number;
  live: Library;
  decide: Decide;
}) {
  const { database, live, decide } = needs;

  const all = (): Promise<Stored[]> =>
    database.query<Stored>(`SELECT ${columns} FROM golden_questions ORDER BY created_at, id LIMIT ${most}`);

  async function ask(library: Library, questions: Stored[]): Promise<TurnDecision[]> {
    const decisions: TurnDecision[] = [];
    for (const { question, language } of questions) {
      if (decisions.length % breathEvery === breathEvery - 1)
        await new Promise((resolve) => setImmediate(resolve));
      decisions.push(await decide(library, question, language));
    }
    return decisions;
  }

  /** What the live library answers; asked once for each state of the knowledge. */
  let known: Answers = { askedAt: 0, byQuestion: new Map() };
  async function askLive(questions: Stored[]): Promise<TurnDecision[]> {
    if (needs.now() - known.askedAt > rememberedMs) known = { askedAt: needs.now(), byQuestion: new Map() };
    const { byQuestion } = known;
    const fresh = questions.filter((one) => !byQuestion.has(keyOf(one)));
    const decisions = await ask(live, fresh);
    for (const [at, one] of fresh.entries()) byQuestion.set(keyOf(one), decisions[at] as TurnDecision);
    return questions.map((one) => byQuestion.get(keyOf(one)) as TurnDecision);
  }

  async function shown(questions: Stored[]): Promise<GoldenQuestion[]> {
    const decisions = await askLive(questions);
    return questions.map((one, at) => {
      const decision = decisions[at] as TurnDecision;
      const articleId = decision.action === 'answer' ? decision.articleId : null;
      return {
        ...one,
        expectedTitle: titleIn(live, one.expectedArticleId),
        now: {
          right: isRight(decision, one.expectedArticleId, live),
          action: decision.action,
          articleId,
          title: titleIn(live, articleId),
          confidence: decision.confidence,
        },
      };
    });
  }

  async function checked(draft: GoldenDraft): Promise<GoldenDraft> {
    if (draft.expectedArticleId && !(await selectArticle(database, draft.expectedArticleId)))
      throw new Problem('invalid_input', 'There is no such article.', { field: 'expectedArticleId' });
    return draft;
  }

  return {
    all,
    /** Each asked now; wrong ones first. @param articleId only those this article or its pair must answer */
    async list(articleId?: string): Promise<GoldenQuestion[]> {
      const pairKey = articleId ? live.lookup(articleId)?.pairKey : null;
      const wanted = (await all()).filter(
        ({ expectedArticleId: expected }) =>
          !articleId ||
          expected === articleId ||
          (pairKey && expected && live.lookup(expected)?.pairKey === pairKey),
      );
      return (await shown(wanted)).sort((a, b) => Number(a.now.right) - Number(b.now.right));
    },
    async create(draft: GoldenDraft, by: string): Promise<GoldenQuestion> {
      const [row] = await once(
        database.query<Stored>(
          `INSERT INTO golden_questions (id, question, language, expected_article_id, note, created_by)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
          [needs.newId('gld'), ...valuesOf(await checked(draft)), by],
        ),
      );
      return (await shown([row as Stored]))[0] as GoldenQuestion;
    },
    async update(id: string, draft: GoldenDraft): Promise<GoldenQuestion> {
      const [row] = await once(
        database.query<Stored>(
          `UPDATE golden_questions SET question = $2, language = $3, expected_article_id = $4, note = $5
           WHERE id = $1 RETURNING ${columns}`,
          [id, ...valuesOf(await checked(draft))],
        ),
      );
      if (!row) throw notFound('golden question');
      return (await shown([row]))[0] as GoldenQuestion;
    },
    async remove(id: string): Promise<void> {
      const rows = await database.query('DELETE FROM golden_questions WHERE id = $1 RETURNING id', [id]);
      if (rows.length === 0) throw notFound('golden question');
    },
    /** All or none; a question that exists in its language is updated. */
    async addAll(drafts: GoldenDraft[], by: string): Promise<{ created: number; updated: number }> {
      const rows = await database.query<{ fresh: boolean }>(
        `INSERT INTO golden_questions (id, question, language, expected_article_id, note, created_by)
         SELECT g.id, g.question, g.language, g."expectedArticleId", g.note, $2
         FROM jsonb_to_recordset($1::jsonb) AS g(id text, question text, language text, "expectedArticleId" text, note text)
         ON CONFLICT (language, lower(question)) DO UPDATE SET expected_article_id = excluded.expected_article_id,
           note = excluded.note
         RETURNING xmax = 0 AS fresh`,
        [JSON.stringify(drafts.map((draft) => ({ ...draft, id: needs.newId('gld') }))), by],
      );
      const created = rows.filter((row) => row.fresh).length;
      return { created, updated: rows.length - created };
    },
    /** The live knowledge has changed. @param answers what it was seen to answer, where it was tried before */
    changed(answers: Answers['byQuestion'] = new Map()): void {
      known = { askedAt: needs.now(), byQuestion: answers };
    },
    /** The questions that are right now and would be wrong on `wouldBe`, and all its answers. */
    async tryOn(
      wouldBe: Library,
      questions: Stored[],
    ): Promise<{ broken: BrokenQuestion[]; answers: Answers['byQuestion'] }> {
      const [before, after] = [await askLive(questions), await ask(wouldBe, questions)];
      const answers = new Map(questions.map((one, at) => [keyOf(one), after[at] as TurnDecision]));
      const broken = questions.flatMap(({ id, question, language, expectedArticleId: expected }, at) => {
        const next = after[at] as TurnDecision;
        if (!isRight(before[at] as TurnDecision, expected, live) || isRight(next, expected, wouldBe))
          return [];
        const now = next.action === 'answer' ? titleIn(wouldBe, next.articleId) : null;
        return [{ id, question, language, expected: titleIn(live, expected), now }];
      });
      return { broken, answers };
    },
  };
}

/** @param expected the right article; null when it must not be answered */
export function isRight(decision: TurnDecision, expected: string | null, library: Library): boolean {
  if (expected === null) return decision.action !== 'answer';
  if (decision.action !== 'answer') return false;
  if (decision.articleId === expected) return true;
  const wanted = library.lookup(expected)?.pairKey;
  return Boolean(wanted) && library.lookup(decision.articleId)?.pairKey === wanted;
}

function titleIn(library: Library, articleId: string | null): string | null {
  return articleId ? (library.lookup(articleId)?.title ?? null) : null;
}

function valuesOf({ question, language, expectedArticleId, note }: GoldenDraft) {
  return [question, language, expectedArticleId, note];
}

async function once<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (violatedUnique(error) !== 'golden_questions_once') throw error;
    throw new Problem('already_exists', 'This question is a golden question already.', { field: 'question' });
  }
}
