import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CurvePoint,
  calibrated,
  fitCalibration,
  lineFor,
  uncalibrated,
  withCare,
} from './calibration.ts';
import { classify, trainClassifier } from './classifier.ts';
import { createKnowledgeIndex, type IndexedArticle, unitsOf } from './index.ts';
import { ngramsOf } from './ngrams.ts';

const article = (id: string, title: string, fields: Partial<IndexedArticle> = {}): IndexedArticle => ({
  id,
  language: 'en',
  title,
  body: '',
  phrasings: [],
  pairKey: null,
  validFrom: null,
  validUntil: null,
  ...fields,
});
const ask = { limit: 5, at: 1000, language: 'en' as const };

describe('an index that changes', () => {
  const words = fc.constantFrom('ship', 'return', 'kettle', 'lid', 'refund', 'tax', '退货', '发货', '壶');
  const anyText = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  const anyArticle = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    title: anyText,
    body: anyText,
    phrasings: fc.array(anyText, { maxLength: 3 }),
  });

  it('finds the same after any changes as one made afresh', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), anyArticle), { maxLength: 12 }),
        anyText,
        (changes, question) => {
          const changed = createKnowledgeIndex();
          const now = new Map<string, IndexedArticle>();
          for (const [put, fields] of changes) {
            const one = article(fields.id, fields.title, fields);
            if (put) {
              changed.put(one);
              now.delete(one.id);
              now.set(one.id, one);
            } else {
              changed.remove(one.id);
              now.delete(one.id);
            }
          }
          const afresh = createKnowledgeIndex();
          for (const one of now.values()) afresh.put(one);
          const seen = (index: typeof changed) =>
            index
              .search({ text: question }, { ...ask, limit: 10 })
              .map(({ articleId, confidence }) => `${articleId} ${confidence.toFixed(5)}`)
              .sort();
          expect(seen(changed)).toEqual(seen(afresh));
        },
      ),
    );
  });

  it('keeps to the dates an article is valid', () => {
    const index = createKnowledgeIndex();
    index.put(article('a', 'spring sale', { validFrom: 500, validUntil: 2000 }));
    const found = (at: number) => index.search({ text: 'spring sale' }, { ...ask, at }).length;
    expect([found(499), found(500), found(1999), found(2000)]).toEqual([0, 1, 1, 0]);
  });

  it('finds a pair by either language, and speaks the customer’s', () => {
    const index = createKnowledgeIndex();
    index.put(article('en', 'When do you ship?', { pairKey: 'ship' }));
    index.put(article('zh', '什么时候发货', { pairKey: 'ship', language: 'zh' }));
    expect(index.search({ text: 'when do you ship' }, { ...ask, language: 'zh' })[0]?.articleId).toBe('zh');
  });

  it('takes meaning in, and vectors of another length as another encoder’s', () => {
    const index = createKnowledgeIndex();
    const unit = (...values: number[]) => Float32Array.from(values);
    const a = article('a', 'dispatch');
    const b = article('b', 'porcelain');
    index.put(
      a,
      unitsOf(a).map(() => unit(1, 0, 0, 0)),
    );
    index.put(
      b,
      unitsOf(b).map(() => unit(0, 1, 0, 0)),
    );
    expect(index.search({ text: 'xyz', meaning: unit(0, 1, 0, 0) }, ask)[0]?.articleId).toBe('b');
    index.put(
      a,
      unitsOf(a).map(() => unit(1, 0, 0, 0, 0, 0, 0, 0)),
    );
    expect(index.search({ text: 'xyz', meaning: unit(0, 1, 0, 0) }, ask)).toEqual([]);
  });
});

describe('near misses', () => {
  it('are less sure: another place, another kind of fact', () => {
    const index = createKnowledgeIndex();
    index.put(
      article('a', 'Delivery within China', {
        body: 'Parcels take 1–3 days in mainland China.',
        phrasings: ['how long is delivery'],
      }),
    );
    index.put(article('b', 'Cleaning a kettle', { body: 'Use citric acid.' }));
    const sure = (text: string) => index.search({ text }, ask)[0]?.confidence ?? 0;
    expect(sure('how long is delivery to Germany')).toBeLessThan(sure('how long is delivery to Shanghai'));
    expect(sure('how much is delivery within China')).toBeLessThan(sure('how long is delivery within China'));
  });
});

describe('the classifier', () => {
  it('learns from phrasings and knows an unseen one', () => {
    const texts = {
      refund: ['refund my money', 'money back please', 'i want a refund'],
      ship: ['when does it ship', 'shipping date', 'ship it today'],
    };
    const classifier = trainClassifier(
      Object.entries(texts).flatMap(([label, all]) =>
        all.map((text) => ({ label, features: ngramsOf(text) })),
      ),
    );
    const margins = classify(classifier, ngramsOf('can i get my money refunded'));
    expect(margins[classifier.classes.get('refund') ?? -1]).toBe(Math.max(...margins));
  });
});

describe('calibration', () => {
  it('needs enough to go by', () => {
    expect(fitCalibration([{ evidence: 1, right: true, outside: false }])).toBe(uncalibrated);
  });
  it('raises what is underrated, within what many shops have taught', () => {
    const judged = Array.from({ length: 400 }, (_, at) => ({
      evidence: at < 200 ? 0.2 : -2,
      right: at < 200,
      outside: at >= 200,
    }));
    const { slope, offset } = fitCalibration(judged);
    expect(slope * 0.2 + offset).toBeGreaterThan(0.2);
  });

  const curveOf = (precisionAt: (threshold: number) => number): CurvePoint[] =>
    Array.from({ length: 19 }, (_, at) => {
      const threshold = (at + 1) / 20;
      const precision = precisionAt(threshold);
      const answered = 1 - threshold;
      return { threshold, answered, right: answered * precision, precision, outsideAnswered: 0 };
    });
  it('answers from the lowest line at which the wanted share is right', () => {
    const curve = curveOf((threshold) => 0.5 + threshold / 2);
    expect(lineFor(curve, 'bold')).toEqual({ answerFrom: 0.5, isReached: true });
    expect(lineFor(curve, 'balanced')).toEqual({ answerFrom: 0.7, isReached: true });
    expect(lineFor(curve, 'cautious')).toEqual({ answerFrom: 0.8, isReached: true });
    expect(
      lineFor(
        curve.map((point) => ({ ...point, precision: 1 })),
        'bold',
      ).answerFrom,
    ).toBe(0.35);
  });
  it('answers from where the most is right when nothing reaches what is wanted, and never lower for more care', () => {
    const poor = curveOf((threshold) => threshold * 0.7);
    expect(lineFor(poor, 'cautious')).toEqual({ answerFrom: 0.85, isReached: false });
    expect(
      lineFor(
        curveOf((threshold) => 0.6 - threshold / 2),
        'bold',
      ),
    ).toEqual({
      answerFrom: 0.7,
      isReached: false,
    });
    for (let seed = 1; seed <= 200; seed++) {
      const wild = curveOf((threshold) => (Math.sin(seed * 12.9898 + threshold * 78.233) + 1) / 2);
      const [bold, balanced, cautious] = (['bold', 'balanced', 'cautious'] as const).map(
        (care) => lineFor(wild, care).answerFrom,
      ) as [number, number, number];
      expect(bold, `seed ${seed}`).toBeLessThanOrEqual(balanced);
      expect(balanced, `seed ${seed}`).toBeLessThanOrEqual(cautious);
    }
  });
  it('stays sober where all weights of evidence are great', () => {
    // Newton's whole steps swing further and further here.
    const judged = Array.from({ length: 800 }, (_, at) => {
      const outside = at >= 500;
      return { evidence: outside ? 8 + (at % 3) : 12 + (at % 7), right: !outside, outside };
    });
    const { slope, offset } = fitCalibration(judged);
    const likely = (evidence: number) => calibrated(evidence, { slope, offset });
    expect(likely(15)).toBeGreaterThan(0.8);
    expect(likely(8)).toBeLessThan(0.2);
  });
  it('takes another care without being learned again', () => {
    const judged = Array.from({ length: 600 }, (_, at) => {
      const evidence = ((at * 37) % 100) / 16 - 2;
      const outside = at >= 500;
      const luck = ((at * 61) % 97) / 97;
      return {
        evidence: outside ? evidence - 3 : evidence,
        right: !outside && luck < (evidence + 2.5) / 4,
        outside,
      };
    });
    const balanced = fitCalibration(judged);
    expect(balanced.measured).toBe(500);
    expect(withCare(balanced, 'cautious')).toEqual(fitCalibration(judged, 'cautious'));
    expect(withCare(balanced, 'bold').answerFrom).toBeLessThan(balanced.answerFrom);
    expect(withCare(uncalibrated, 'bold')).toBe(uncalibrated);
    for (const { answered, right, precision } of balanced.curve) {
      expect(right).toBeLessThanOrEqual(answered);
      if (answered > 0) expect(precision).toBeLessThanOrEqual(right / answered + 1e-9);
    }
  });
});
