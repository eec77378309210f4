/** The demo shop's pages: pure functions from data to HTML. No inline script or style, so they work under a strict CSP. */

import { orderStatusNames } from '../contract/index.ts';
import { html, type Markup } from './html.ts';
import { type Language, words } from './words.ts';

export type ShopProduct = {
  sku: string;
  name: string;
  category: string;
  price: string;
  was: string | null;
  stock: number;
  description: string;
  attributes: { name: string; value: string }[];
  pictureUrl: string;
};

export type ShopOrder = {
  number: string;
  status: string;
  placedAt: number;
  total: string;
  shipping: string;
  items: { name: string; quantity: number; pictureUrl: string }[];
  shipment: { carrier: string; trackingNumber: string; steps: { at: number; text: string }[] } | null;
};

export type Frame = {
  language: Language;
  /** The signed-in customer's name, or null. */
  customer: string | null;
  /** Whom one can sign in as. */
  cast: { key: string; name: string; story: string }[];
  path: string;
  widget: { identity: string | null };
};

const categories = ['tea', 'teaware', 'kettle', 'gift', 'snack', 'accessory'] as const;

export function homePage(
  frame: Frame,
  products: ShopProduct[],
  filter: { q: string; category: string },
): string {
  const say = words[frame.language];
  const tab = (key: string, label: string) =>
    html`<a class="tab${key === filter.category ? ' on' : ''}" href="/shop?category=${key}">${label}</a>`;
  return page(
    frame,
    say.shop,
    html`
    <section class="hero"><h1>${say.tagline}</h1><p>${say.about}</p><p class="theme">${say.theme}</p></section>
    <div class="tools"><nav class="tabs">${tab('', say.all)}${categories.map((key) => tab(key, say[key]))}</nav>
      <form action="/shop" role="search"><input type="search" name="q" value="${filter.q}" placeholder="${say.search}" aria-label="${say.search}"></form></div>
    ${products.length === 0 ? html`<p class="empty">${say.nothing}</p>` : html`<ul class="grid">${products.map((product) => tile(product, frame.language))}</ul>`}`,
  );
}

function tile(product: ShopProduct, language: Language): Markup {
  return html`<li><a class="tile" href="/shop/products/${product.sku}">
    <img src="${product.pictureUrl}" alt="" width="400" height="400" loading="lazy">
    <h2>${product.name}</h2><p class="price">${product.price}${product.was ? html` <s>${product.was}</s>` : null}${stockNote(product, language)}</p></a></li>`;
}

function stockNote(product: ShopProduct, language: Language): Markup | null {
  if (product.stock === 0) return html` <span class="stock out">${words[language].soldOut}</span>`;
  return product.stock < 10
    ? html` <span class="stock few">${words[language].few(product.stock)}</span>`
    : null;
}

export function productPage(frame: Frame, product: ShopProduct): string {
  const say = words[frame.language];
  return page(
    frame,
    product.name,
    html`
    <p class="back"><a href="/shop">← ${say.back}</a></p>
    <article class="product"><img src="${product.pictureUrl}" alt="${product.name}" width="400" height="400">
      <div><h1>${product.name}</h1><p class="price big">${product.price}${product.was ? html` <s>${product.was}</s>` : null}</p>
        <p class="lead">${product.description}</p>
        <p>${product.stock > 0 ? html`<span class="stock in">${say.inStock}</span>` : null}${stockNote(product, frame.language)}</p>
        <h2>${say.details}</h2><dl>${product.attributes.map((one) => html`<dt>${one.name}</dt><dd>${one.value}</dd>`)}<dt>SKU</dt><dd>${product.sku}</dd></dl>
        <button type="button" class="primary" data-tandem-open data-tandem-ask="${say.askAbout(product.name)}">${say.ask}</button>
      </div></article>`,
  );
}

export function accountPage(frame: Frame, orders: ShopOrder[]): string {
  const say = words[frame.language];
  const list =
    orders.length === 0
      ? html`<p class="empty">${frame.customer ? say.noOrders : say.signInFirst}</p>`
      : orders.map((order) => orderCard(order, frame.language));
  return page(frame, say.orders, html`<h1 class="plain">${say.orders}</h1>${list}`);
}

function orderCard(order: ShopOrder, language: Language): Markup {
  const say = words[language];
  const day = (at: number) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'medium',
      timeZone: 'Asia/Shanghai',
    }).format(at);
  const step = (one: { at: number; text: string }) => html`<li><time>${day(one.at)}</time> ${one.text}</li>`;
  return html`<section class="order"><header><b>${order.number}</b><span>${day(order.placedAt)}</span><span class="status s-${order.status}">${orderStatusNames[order.status]?.[language] ?? order.status}</span></header>
    <ul class="items">${order.items.map((item) => html`<li><img src="${item.pictureUrl}" alt="" width="56" height="56"><span>${item.name}</span><span>× ${item.quantity}</span></li>`)}</ul>
    <p class="sum">${say.shipping} ${order.shipping || say.free} · ${say.total} <b>${order.total}</b></p>
    ${order.shipment ? html`<details><summary>${order.shipment.carrier} ${order.shipment.trackingNumber}</summary><ol class="steps">${[...order.shipment.steps].reverse().map(step)}</ol></details>` : null}</section>`;
}

export function notFoundPage(frame: Frame): string {
  return page(
    frame,
    words[frame.language].notFound,
    html`<h1 class="plain">${words[frame.language].notFound}</h1><p><a href="/shop">← ${words[frame.language].back}</a></p>`,
  );
}

function page(frame: Frame, title: string, main: Markup): string {
  const say = words[frame.language];
  const other = frame.language === 'zh' ? 'en' : 'zh';
  const who = (one: Frame['cast'][number]) =>
    html`<button name="customer" value="${one.key}"><b>${one.name}</b><small>${one.story}</small></button>`;
  const menu = html`<details class="who"><summary>${frame.customer ?? say.guest}</summary><div class="menu">
    ${frame.customer ? html`<form method="post" action="/shop/sign-out"><button class="out">${say.signOut}</button></form>` : null}
    <p>${say.signIn}</p><form method="post" action="/shop/sign-in">${frame.cast.map(who)}</form></div></details>`;
  const identity = frame.widget.identity ? html` data-identity="${frame.widget.identity}"` : null;
  return html`<!doctype html><html lang="${frame.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${say.shop}</title><link rel="stylesheet" href="/shop/shop.css"><link rel="icon" href="/shop/pictures/wa-203.svg"></head><body>
<p class="demo">${say.demo}</p>
<header class="top"><a class="brand" href="/shop">${say.shop}<small>tea &amp; ware</small></a>
<nav><a href="/shop/account">${say.account}</a><a href="/shop/language?to=${other}&amp;back=${frame.path}" lang="${other}">${say.language}</a>${menu}</nav></header>
<main>${main}</main>
<footer><div><b>${say.help}</b><p>${say.helpText}</p></div><button type="button" class="primary" data-tandem-open>${say.chat}</button></footer>
<script src="/widget/loader.js" async data-language="${frame.language}" data-accent="#2f6f62"${identity}></script></body></html>`
    .markup;
}
