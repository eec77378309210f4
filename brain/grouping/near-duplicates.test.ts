import { expect, it } from 'vitest';
import { articles } from '../../seed/articles/index.ts';
import { nearDuplicates } from './near-duplicates.ts';

const article = (
  id: string,
  title: string,
  body: string,
  phrasings: string[] = [],
  pairKey: string | null = null,
) => ({
  id,
  pairKey,
  language: /[一-龥]/.test(title) ? ('zh' as const) : ('en' as const),
  title,
  phrasings,
  body,
});
const shop = articles.flatMap((one) =>
  (['zh', 'en'] as const).map((language) => ({
    ...one[language],
    id: `${one.key} ${language}`,
    language,
    pairKey: one.key,
  })),
);

it('finds articles that answer the same, in both languages, and says which numbers differ', () => {
  const found = nearDuplicates([
    ...shop,
    article('a', '品茶课怎么报名', '每周六，120 元。'),
    article('b', '周末课程', '150 元，周六 14 点。', ['品茶课程怎么报名']),
    article('c', 'How do I join a tea tasting class?', 'Ask us.'),
    article('d', 'Joining tea tasting classes', 'Write to us.'),
  ]).filter((pair) => pair.ids.every((id) => id.length === 1));
  expect(found.map((pair) => pair.ids.join())).toEqual(expect.arrayContaining(['a,b', 'c,d']));
  const pair = found.find((one) => one.ids.join() === 'a,b');
  expect(pair?.wordings).toEqual(['品茶课怎么报名', '品茶课程怎么报名']);
  expect(pair?.numbers).toEqual([['120元'], ['150元', '14点']]);
});
it('takes a translation for no duplicate, and finds few in the demo shop', () => {
  expect(
    nearDuplicates([article('a', '怎么退货', 'x', [], 'k'), article('b', '怎么退货', 'y', [], 'k')]),
  ).toEqual([]);
  expect(nearDuplicates(shop).length).toBeLessThan(shop.length / 10);
});
it('stays quick with many articles that share words', () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    article(`m${at}`, `怎么给第 ${at} 号茶壶退货`, `${at} 天`, [`${at} 号茶壶退货流程`]),
  );
  const startedAt = performance.now();
  nearDuplicates(many);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
