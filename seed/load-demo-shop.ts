import type { ArticleDraft, OpeningHours } from '../contract/index.ts';
import type { Desk } from '../server/main.ts';
import { articles, categoryNames } from './articles/index.ts';
import { browsing } from './browsing.ts';
import { agents, customers, groups } from './cast.ts';
import { goldenQuestions } from './golden-questions.ts';
import { macros } from './macros.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';

const dayMs = 86_400_000;
const daily = [{ opens: '09:00', closes: '22:00' }];
const office = [{ opens: '09:00', closes: '18:00' }];

const hours = (weekday: typeof daily, weekend: typeof daily): OpeningHours => ({
  timeZone: 'Asia/Shanghai',
  weekly: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat: weekend,
    sun: weekend,
  },
  holidays: [
    { date: '2027-02-05', name: '除夕', hours: [] },
    { date: '2027-02-06', name: '春节', hours: [] },
  ],
});

/**
 * Fills an empty desk with the demo shop: one owner who can sign in with `password`, colleagues, customers with their
 * orders and browsing, knowledge in both languages.
 * @returns the owner's e-mail
 */
export async function loadDemoShop(desk: Desk, password: string): Promise<{ email: string }> {
  const {
    database,
    accounts,
    customers: customerModule,
    commerce,
    knowledge,
    macros: macroModule,
    now,
  } = desk;
  const at = (daysAgo: number) => Math.round(now() - daysAgo * dayMs);

  const groupIds = new Map<string, string>();
  for (const group of [...groups].sort(
    (a, b) => Number(Boolean(a.overflowTo)) - Number(Boolean(b.overflowTo)),
  )) {
    const fields = {
      name: group.name,
      languages: group.languages,
      hours: group.languages.includes('zh') ? hours(daily, daily) : hours(office, []),
      acceptSeconds: 30,
      overflowGroupId: group.overflowTo ? (groupIds.get(group.overflowTo) ?? null) : null,
      overflowAfterSeconds: 120,
    };
    groupIds.set(group.key, await accounts.createGroup(fields));
  }
  const groupId = (key: string) => groupIds.get(key) as string;
  for (const agent of agents) {
    await accounts.createAgent(null, { ...agent, groupIds: agent.groups.map(groupId), password });
  }
  await accounts.settings.save({
    ...(await accounts.settings.get()),
    shopName: { zh: '屿茶', en: 'Yucha Tea & Ware' },
    greeting: {
      zh: '您好，我是屿茶的 AI 助手，订单、配送、退换、茶与器都可以问我；需要时随时可以找人工客服。',
      en: 'Hello, I am Yucha’s AI assistant. Ask me about orders, delivery, returns, tea or teaware; a person is one click away.',
    },
    defaultGroupId: groupId('aftersale'),
    groupByLanguage: { en: groupId('international') },
  });
  for (const { title, body, shortcut } of macros) await macroModule.create({ title, body, shortcut });

  await database.transaction(async (tx) => {
    for (const [position, product] of products.entries()) {
      await commerce.addProduct(tx, { ...product, wasCents: product.wasCents ?? null }, position);
    }
    const customerIds = new Map<string, string>();
    for (const customer of customers) {
      const id = await customerModule.add(tx, {
        ...customer,
        externalId: customer.key,
        firstSeenAt: at(customer.joinedDaysAgo),
      });
      customerIds.set(customer.key, id);
    }
    const customerId = (key: string) => customerIds.get(key) as string;
    for (const order of orders) {
      await commerce.addOrder(tx, {
        ...order,
        customerId: customerId(order.customer),
        placedAt: at(order.placedDaysAgo),
        shipment: order.shipment
          ? {
              ...order.shipment,
              steps: order.shipment.steps.map((step) => ({ at: at(step.daysAgo), text: step.text })),
            }
          : null,
        note: order.note ?? { zh: '', en: '' },
      });
    }
    for (const { customer, events } of browsing) {
      for (const event of events) {
        await commerce.addBrowsing(tx, {
          customerId: customerId(customer),
          at: now() - event.minutesAgo * 60_000,
          kind: event.kind,
          sku: event.sku ?? null,
          query: event.query ?? null,
        });
      }
    }
  });
  const written = await knowledge.addArticles(articles.flatMap(toDrafts), 'Yucha');
  const articleIds = new Map(written.map((one) => [`${one.language} ${one.pairKey}`, one.id]));
  await knowledge.addGoldenQuestions(
    goldenQuestions.map(({ key, note = '', ...one }) => ({
      ...one,
      note,
      expectedArticleId: key ? (articleIds.get(`${one.language} ${key}`) ?? null) : null,
    })),
    'Yucha',
  );
  return { email: agents.find((agent) => agent.role === 'owner')?.email ?? '' };
}

/** One pair of texts as two articles tied by their key. */
export function toDrafts(pair: (typeof articles)[number]): ArticleDraft[] {
  return (['zh', 'en'] as const).map((language) => ({
    ...pair[language],
    language,
    category: categoryNames[pair.category][language],
    pairKey: pair.key,
    validFrom: null,
    validUntil: null,
    status: 'published',
  }));
}
