import type { ArticleDraft } from '../../../contract/index.ts';

/** A row as read, before it is checked; `row` is where it stands in the file. */
export type Loose = { [field in keyof ArticleDraft]?: unknown } & { row: number };

/** Header and key names as people write them, in both languages. */
const names: Record<string, keyof ArticleDraft> = {
  title: 'title',
  question: 'title',
  标题: 'title',
  问题: 'title',
  标准问: 'title',
  body: 'body',
  answer: 'body',
  content: 'body',
  内容: 'body',
  答案: 'body',
  正文: 'body',
  回答: 'body',
  phrasings: 'phrasings',
  similar: 'phrasings',
  aliases: 'phrasings',
  相似问: 'phrasings',
  相似问法: 'phrasings',
  扩展问: 'phrasings',
  language: 'language',
  lang: 'language',
  语言: 'language',
  category: 'category',
  分类: 'category',
  类别: 'category',
  pairkey: 'pairKey',
  pair: 'pairKey',
  对照: 'pairKey',
  validfrom: 'validFrom',
  生效时间: 'validFrom',
  生效日期: 'validFrom',
  validuntil: 'validUntil',
  失效时间: 'validUntil',
  失效日期: 'validUntil',
  status: 'status',
  状态: 'status',
};

const values: Record<string, string> = {
  中文: 'zh',
  汉语: 'zh',
  chinese: 'zh',
  'zh-cn': 'zh',
  英文: 'en',
  英语: 'en',
  english: 'en',
  'en-us': 'en',
  发布: 'published',
  已发布: 'published',
  草稿: 'draft',
};

export function renamed(record: Record<string, unknown>): Omit<Loose, 'row'> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const field = names[name.trim().toLowerCase().replace(/[ _]/g, '')];
    if (field) fields[field] = readValue(field, value);
  }
  return fields;
}

function readValue(field: keyof ArticleDraft, value: unknown): unknown {
  if (field === 'phrasings' && typeof value === 'string') {
    return value
      .split(/[|\n｜]/)
      .map((one) => one.trim())
      .filter(Boolean);
  }
  if ((field === 'language' || field === 'status') && typeof value === 'string')
    return values[value.toLowerCase()] ?? value.toLowerCase();
  if ((field === 'validFrom' || field === 'validUntil') && typeof value === 'string' && value) {
    const time = Date.parse(value.replaceAll('/', '-'));
    return Number.isNaN(time) ? value : time;
  }
  return value ?? undefined;
}
