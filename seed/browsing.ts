import type { SeedBrowsing } from './demo-shop.ts';

export const browsing: SeedBrowsing[] = [
  {
    customer: 'wang-lei',
    events: [
      { minutesAgo: 3, kind: 'view', sku: 'WA-205' },
      { minutesAgo: 6, kind: 'search', query: '碎了 补发' },
      { minutesAgo: 1500, kind: 'view', sku: 'WA-201' },
    ],
  },
  {
    customer: 'li-na',
    events: [
      { minutesAgo: 12, kind: 'search', query: '物流不更新' },
      { minutesAgo: 4300, kind: 'view', sku: 'TE-105' },
    ],
  },
  {
    customer: 'zhao-min',
    events: [
      { minutesAgo: 20, kind: 'view', sku: 'GI-405' },
      { minutesAgo: 22, kind: 'view', sku: 'TE-106' },
      { minutesAgo: 25, kind: 'cart', sku: 'AC-602' },
      { minutesAgo: 26, kind: 'search', query: '茶盘' },
    ],
  },
  {
    customer: 'zhou-jie',
    events: [
      { minutesAgo: 40, kind: 'view', sku: 'WA-203' },
      { minutesAgo: 45, kind: 'view', sku: 'TE-103' },
    ],
  },
  {
    customer: 'anna-weber',
    events: [
      { minutesAgo: 8, kind: 'search', query: 'customs germany' },
      { minutesAgo: 30, kind: 'view', sku: 'WA-210' },
    ],
  },
  {
    customer: 'james-miller',
    events: [
      { minutesAgo: 15, kind: 'view', sku: 'GI-402' },
      { minutesAgo: 18, kind: 'search', query: 'gift wrapping' },
      { minutesAgo: 900, kind: 'view', sku: 'WA-204' },
    ],
  },
  {
    customer: 'kenji-tanaka',
    events: [
      { minutesAgo: 60, kind: 'view', sku: 'WA-202' },
      { minutesAgo: 62, kind: 'search', query: 'engraving' },
    ],
  },
];
