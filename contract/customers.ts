import { z } from 'zod';
import { anyStaff, route, talkers } from './route.ts';
import { conversationStatus, id, instant, language } from './words.ts';

/** Routes about the people who ask, and the ready replies they are answered with. */

const orderItem = z.object({
  sku: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  priceCents: z.number().int(),
  pictureUrl: z.string(),
});
export const order = z
  .object({
    number: z.string(),
    status: z.string(),
    placedAt: instant,
    totalCents: z.number().int(),
    shippingCents: z.number().int(),
    payment: z.string(),
    address: z.string(),
    items: z.array(orderItem),
    shipment: z
      .object({
        carrier: z.string(),
        trackingNumber: z.string(),
        steps: z.array(z.object({ at: instant, text: z.string() })),
      })
      .nullable(),
    note: z.string(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof order>;

export const customerPanel = z
  .object({
    customer: z.object({
      id,
      name: z.string(),
      identified: z.boolean(),
      language,
      email: z.string(),
      phone: z.string(),
      city: z.string(),
      country: z.string(),
      level: z.string(),
      tags: z.array(z.string()),
      firstSeenAt: instant,
      spentCents: z.number().int(),
    }),
    orders: z.array(order),
    browsing: z.array(
      z.object({
        at: instant,
        kind: z.enum(['view', 'search', 'cart']),
        label: z.string(),
        pictureUrl: z.string().nullable(),
      }),
    ),
    past: z.array(
      z.object({
        conversationId: id,
        openedAt: instant,
        status: conversationStatus,
        reasonCode: z.string().nullable(),
        preview: z.string(),
        rating: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'CustomerPanel' });
export type CustomerPanel = z.infer<typeof customerPanel>;

export const product = z
  .object({
    sku: z.string(),
    name: z.string(),
    priceCents: z.number().int(),
    stock: z.number().int(),
    pictureUrl: z.string(),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof product>;

export const customerRoutes = {
  searchProducts: route({
    method: 'get',
    path: '/products',
    access: talkers,
    summary: 'Products whose name, SKU or category contains every word searched for; the first ones without.',
    query: z.object({ search: z.string().max(200).default(''), language: language.default('en') }),
    response: z.object({ products: z.array(product) }),
  }),
  getCustomerPanel: route({
    method: 'get',
    path: '/customers/:customerId/panel',
    access: talkers,
    summary: 'Who the customer is: profile, orders with shipments, what they looked at, past conversations.',
    query: z.object({ language: language.default('en') }),
    response: customerPanel,
    problems: ['not_found'],
  }),
};

const macroFields = {
  shortcut: z.string().regex(/^[a-z0-9_-]{1,32}$/, 'small letters, digits, - and _'),
  title: z.object({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  body: z.object({ zh: z.string().min(1).max(4000), en: z.string().min(1).max(4000) }),
};
export const macro = z.object({ id, ...macroFields }).meta({ id: 'Macro' });
export type Macro = z.infer<typeof macro>;
export const macroRoutes = {
  listMacros: route({
    method: 'get',
    path: '/macros',
    access: anyStaff,
    summary: 'Ready replies.',
    response: z.object({ macros: z.array(macro) }),
  }),
  createMacro: route({
    method: 'post',
    path: '/macros',
    access: talkers,
    summary: 'Add a ready reply.',
    body: z.object(macroFields),
    response: macro,
    problems: ['already_exists'],
  }),
  updateMacro: route({
    method: 'put',
    path: '/macros/:macroId',
    access: talkers,
    summary: 'Change a ready reply.',
    body: z.object(macroFields),
    response: macro,
    problems: ['not_found', 'already_exists'],
  }),
  deleteMacro: route({
    method: 'delete',
    path: '/macros/:macroId',
    access: talkers,
    summary: 'Remove a ready reply.',
    response: z.object({}),
    problems: ['not_found'],
  }),
};
