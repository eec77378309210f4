import { describe, expect, it } from 'vitest';
import { articles } from '../../seed/articles/index.ts';
import { createQuestionGroups, rarityAmong } from './question-groups.ts';

describe('grouping questions', () => {
  it('puts the same question in other words together, in both languages, and keeps others apart', () => {
    const groups = createQuestionGroups();
    groups.add('birthday', { text: '茶室可以办生日会吗' });
    groups.add('used', { text: 'do you buy used teapots' });
    for (const text of ['你们茶室能办生日会吗？', '茶室 生日会 可以办吗', '請問茶室可以辦生日會嗎'])
      expect(groups.find({ text })?.groupId, text).toBe('birthday');
    expect(groups.find({ text: 'Do you buy my used teapot?' })?.groupId).toBe('used');
    for (const text of ['茶室几点开门', '生日有优惠吗', 'do you sell new teapots in blue', '???', ''])
      expect(groups.find({ text }), text).toBeNull();
  });
  it('rarity keeps near subjects apart that share common words', () => {
    const subjects = articles.flatMap((one) => (['zh', 'en'] as const).map((language) => one[language]));
    const rarity = rarityAmong(subjects.map(({ title, phrasings }) => [title, ...phrasings]));
    const wordings = subjects
      .flatMap(({ title, phrasings }, subject) => [title, ...phrasings].map((text) => ({ text, subject })))
      .map((one, at) => ({ ...one, order: (at * 7919) % 10_007 }))
      .sort((a, b) => a.order - b.order);
    const pure = (groups: ReturnType<typeof createQuestionGroups>) => {
      const members = new Map<string, number[]>();
      for (const { text, subject } of wordings) {
        const groupId = groups.find({ text })?.groupId ?? `g${members.size}`;
        groups.add(groupId, { text });
        members.set(groupId, [...(members.get(groupId) ?? []), subject]);
      }
      let same = 0;
      let pairs = 0;
      for (const group of members.values())
        for (const [at, one] of group.entries())
          for (const other of group.slice(0, at)) {
            pairs++;
            if (one === other) same++;
          }
      return { same, share: same / pairs };
    };
    const plain = pure(createQuestionGroups());
    const rare = pure(createQuestionGroups(rarity));
    expect(rare.share).toBeGreaterThan(2 * plain.share);
    expect(rare.same).toBeGreaterThan(0.7 * plain.same);
  });
  it('joins by meaning where there are vectors, more easily across languages, and not on common words alone', () => {
    const at = (cosine: number) => Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2));
    const groups = createQuestionGroups();
    groups.add('birthday', { text: '茶室可以办生日会吗', meaning: at(1) });
    const found = (text: string, cosine: number) =>
      groups.find({ text, meaning: at(cosine) })?.groupId ?? null;
    expect(found('can I have a party', 0.83)).toBe('birthday');
    expect(found('can I have a party', 0.82)).toBeNull();
    expect(found('能聚会庆祝吗', 0.87)).toBe('birthday');
    expect(found('能聚会庆祝吗', 0.86), 'e5 keeps all questions near').toBeNull();
    expect(found('茶室可以办生日卡吗', 0.9)).toBe('birthday');
    expect(found('茶室可以办生日卡吗', 0.6), 'words alike, another meaning').toBeNull();
    expect(groups.find({ text: 'can I have a party' })).toBeNull();
  });
  it('likeness is symmetric and 1 for the same', () => {
    const { likeness } = createQuestionGroups();
    expect(likeness('怎么退货', '怎么退货')).toBe(1);
    expect(likeness('退货运费谁出', '运费谁出')).toBe(likeness('运费谁出', '退货运费谁出'));
  });
});
