import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../server/platform/package-root.ts';
import { escapeHtml, html } from '../storefront/html.ts';
import { articles } from './articles/index.ts';
import { browsing } from './browsing.ts';
import { agents, customers, groups } from './cast.ts';
import { goldenQuestions } from './golden-questions.ts';
import { macros } from './macros.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';

const unique = (values: string[]) =>
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);

describe('the demo shop', () => {
  it('knows about eighty things, each once, in both languages', () => {
    expect(articles.length).toBeGreaterThanOrEqual(80);
    unique(articles.map((article) => article.key));
    for (const language of ['zh', 'en'] as const) {
      unique(articles.map((article) => article[language].title));
      unique(articles.flatMap((article) => article[language].phrasings));
      for (const article of articles) {
        expect(article[language].phrasings.length, article.key).toBeGreaterThanOrEqual(4);
        expect(/\p{Script=Han}/u.test(article[language].title), article.key).toBe(language === 'zh');
      }
    }
  });
  it('says what must stay right, in both languages, some of it that nothing is known', () => {
    const keys = new Set(articles.map((article) => article.key));
    unique(goldenQuestions.map((one) => one.question));
    for (const { key, question } of goldenQuestions) if (key) expect(keys, question).toContain(key);
    for (const language of ['zh', 'en']) {
      const own = goldenQuestions.filter((one) => one.language === language);
      expect(own.length, language).toBeGreaterThanOrEqual(20);
      expect(own.filter((one) => one.key === null).length, language).toBeGreaterThanOrEqual(5);
    }
  });
  it('hangs together', () => {
    const skus = new Set(products.map((product) => product.sku));
    const names = new Set(customers.map((customer) => customer.key));
    const groupKeys = new Set(groups.map((group) => group.key));
    unique([
      ...products.map((product) => product.sku),
      ...orders.map((order) => order.number),
      ...macros.map((macro) => macro.shortcut),
    ]);
    expect(products).toHaveLength(40);
    for (const order of orders) {
      expect(names, order.number).toContain(order.customer);
      for (const item of order.items) expect(skus).toContain(item.sku);
    }
    expect(new Set(orders.map((order) => order.status)).size).toBe(8);
    for (const { customer, events } of browsing) {
      expect(names).toContain(customer);
      for (const event of events) expect(event.sku ? skus.has(event.sku) : event.query).toBeTruthy();
    }
    for (const agent of agents) for (const group of agent.groups) expect(groupKeys).toContain(group);
    for (const product of products)
      expect(existsSync(join(packageRoot, 'seed/pictures', product.picture)), product.picture).toBe(true);
  });
});

describe('the storefront', () => {
  it('escapes whatever is put into a page', () => {
    expect(html`<p title="${'"><script>'}">${'<b>'}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;</p>',
    );
    expect(escapeHtml("a'&")).toBe('a&#39;&amp;');
  });
});
