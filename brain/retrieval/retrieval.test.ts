import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCalibration, uncalibrated } from './calibration.ts';
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
});
