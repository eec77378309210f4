import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { customers as cast } from '../seed/cast.ts';
import { serveFolder } from '../server/http/static-files.ts';
import type { Desk } from '../server/main.ts';
import { signIdentity } from '../server/modules/customers/index.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import {
  accountPage,
  type Frame,
  homePage,
  notFoundPage,
  productPage,
  type ShopProduct,
} from '../storefront/pages.ts';
import type { Language } from '../storefront/words.ts';

const customerCookie = 'shop_customer';
const languageCookie = 'shop_language';
// Strict on purpose: the widget has to work on shops that are.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'";

type Product = Awaited<ReturnType<Desk['commerce']['products']>>[number];

/** The demo shop's site. It plays the part of a shop that embeds the widget and signs its customers' identities. */
export function serveStorefront(app: Hono, desk: Desk): void {
  const frameOf = async (context: Context): Promise<Frame> => {
    const language = languageOf(context);
    const key = cast.find((one) => one.key === getCookie(context, customerCookie))?.key;
    const customer = key ? await desk.customers.byExternalId(key) : null;
    const identity = customer?.externalId
      ? await signIdentity(
          desk.identitySecret,
          { sub: customer.externalId, name: customer.name, email: customer.email },
          Date.now(),
        )
      : null;
    return {
      language,
      customer: customer?.name ?? null,
      cast: cast.map((one) => ({ key: one.key, name: one.name, story: one.story[language] })),
      path: context.req.path,
      widget: { identity },
    };
  };
  const answer = (context: Context, markup: string, status: 200 | 404 = 200) => {
    context.header('content-security-policy', policy);
    return context.html(markup, status);
  };

  app.get('/shop', async (context) => {
    const frame = await frameOf(context);
    const q = (context.req.query('q') ?? '').trim().toLowerCase();
    const category = context.req.query('category') ?? '';
    const products = (await desk.commerce.products())
      .filter((one) => !category || one.category === category)
      .filter(
        (one) =>
          !q ||
          `${one.sku} ${one.name.zh} ${one.name.en} ${one.description.zh} ${one.description.en}`
            .toLowerCase()
            .includes(q),
      );
    return answer(
      context,
      homePage(
        frame,
        products.map((one) => shown(one, frame.language)),
        { q, category },
      ),
    );
  });
  app.get('/shop/products/:sku', async (context) => {
    const frame = await frameOf(context);
    const product = await desk.commerce.product(context.req.param('sku'));
    return product
      ? answer(context, productPage(frame, shown(product, frame.language)))
      : answer(context, notFoundPage(frame), 404);
  });
  app.get('/shop/account', async (context) => {
    const frame = await frameOf(context);
    const customer = frame.customer
      ? await desk.customers.byExternalId(getCookie(context, customerCookie) ?? '')
      : null;
    const orders = customer ? await desk.commerce.ordersOf(customer.id, frame.language) : [];
    const priced = orders.map((order) => ({
      ...order,
      total: yuan(order.totalCents),
      shipping: order.shippingCents > 0 ? yuan(order.shippingCents) : '',
    }));
    return answer(context, accountPage(frame, priced));
  });
  app.get('/shop/language', (context) => {
    const to = context.req.query('to') === 'en' ? 'en' : 'zh';
    setCookie(context, languageCookie, to, { path: '/shop', sameSite: 'Lax' });
    const back = context.req.query('back') ?? '/shop';
    return context.redirect(/^\/shop[\w/-]*$/.test(back) ? back : '/shop');
  });
  app.post('/shop/sign-in', async (context) => {
    const { customer } = await context.req.parseBody();
    const chosen = cast.find((one) => one.key === customer);
    if (chosen)
      setCookie(context, customerCookie, chosen.key, { path: '/shop', sameSite: 'Lax', httpOnly: true });
    return context.redirect('/shop', 303);
  });
  app.post('/shop/sign-out', (context) => {
    deleteCookie(context, customerCookie, { path: '/shop' });
    return context.redirect('/shop', 303);
  });
  app.get('/shop/shop.css', async (context) => {
    const css = await readFile(join(packageRoot, 'storefront/shop.css'), 'utf8');
    return context.body(css, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  serveFolder(app, { at: '/shop/pictures', folder: join(packageRoot, 'seed/pictures') });
}

function languageOf(context: Context): Language {
  const chosen = getCookie(context, languageCookie);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return /^zh\b/i.test(context.req.header('accept-language') ?? '') ? 'zh' : 'en';
}

function shown(product: Product, language: Language): ShopProduct {
  return {
    sku: product.sku,
    name: product.name[language],
    category: product.category,
    price: yuan(product.priceCents),
    was: product.wasCents ? yuan(product.wasCents) : null,
    stock: product.stock,
    description: product.description[language],
    attributes: product.attributes.map((one) => ({ name: one.name[language], value: one.value[language] })),
    pictureUrl: `/shop/pictures/${product.picture}`,
  };
}

function yuan(cents: number): string {
  return `¥${(cents / 100).toFixed(cents % 100 === 0 ? 0 : 2)}`;
}
