import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { deskRoutes as r, type Settings } from '../../contract/index.ts';
import type { Accounts } from '../modules/accounts/index.ts';
import type { Commerce } from '../modules/commerce/index.ts';
import type { Customers } from '../modules/customers/index.ts';
import { type Files, shownInPage } from '../modules/files/index.ts';
import type { HandOffPolicies, Shifts } from '../modules/handoff/index.ts';
import type { Knowledge } from '../modules/knowledge/index.ts';
import type { Learning } from '../modules/learning/index.ts';
import type { Macros } from '../modules/macros/index.ts';
import type { Model } from '../modules/model/index.ts';
import type { Routing } from '../modules/routing/index.ts';
import type { Log } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import { apiPage, apiPageStyle } from './api-page.ts';
import { openApiDocument } from './openapi.ts';
import { serveConversations, type Talking } from './routes/conversation-routes.ts';
import { serveKnowledge } from './routes/knowledge-routes.ts';
import { serveLearning } from './routes/learning-routes.ts';
import { serveModel } from './routes/model-routes.ts';
import { servePeople } from './routes/people-routes.ts';
import { servePolicy } from './routes/policy-routes.ts';
import { serveShopSide } from './routes/shop-side-routes.ts';
import { serveWidget } from './routes/widget-routes.ts';
import { answerProblem, createServe } from './serve-route.ts';
import { type Folder, serveFolder } from './static-files.ts';

export type AppNeeds = Talking & {
  accounts: Accounts;
  customers: Customers;
  commerce: Commerce;
  files: Files;
  knowledge: Knowledge;
  learning: Learning;
  macros: Macros;
  model: Model;
  routing: Routing;
  shifts: Shifts;
  policies: HandOffPolicies;
  log: Log;
  now: () => number;
  version: string;
  secureCookies: boolean;
  /** Throws when the desk could not store a message now. */
  probe: () => Promise<void>;
  folders: Folder[];
};

/** The HTTP side of the desk: the API, its document, uploaded files, built pages. */
export function createApp(needs: AppNeeds): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    const { status, body } = answerProblem(error, needs.log);
    return context.json(body, status as 400);
  });
  app.notFound((context) => {
    if (!context.req.path.startsWith('/api/')) return context.text('Not found', 404);
    const { status, body } = answerProblem(new Problem('not_found', 'There is no such route.'), needs.log);
    return context.json(body, status as 404);
  });
  app.use('/console/*', compress());
  app.use('/widget/*', compress());
  app.use('/api/*', async (context, next) => {
    const origin = context.req.header('origin');
    const settings = await needs.accounts.settings.get().catch(() => null);
    if (origin && settings && mayEmbed(settings, origin)) {
      context.header('access-control-allow-origin', origin);
      context.header('vary', 'origin');
      if (context.req.method === 'OPTIONS') {
        context.header('access-control-allow-methods', 'GET, POST');
        context.header('access-control-allow-headers', 'authorization, content-type');
        context.header('access-control-max-age', '600');
        return context.body(null, 204);
      }
    }
    // A session cookie only works from the desk's own pages; a visitor's token travels in a header and needs no cookie.
    const foreign = origin && new URL(origin).host !== context.req.header('host');
    if (
      foreign &&
      context.req.method !== 'GET' &&
      !context.req.header('authorization') &&
      context.req.header('cookie')
    ) {
      throw new Problem('not_allowed', 'Requests with a session come from the desk’s own pages only.');
    }
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    return next();
  });

  const { serve } = createServe(app, needs);
  serve(r.getHealth, async () => {
    await needs.probe();
    return { ready: true, version: needs.version };
  });
  servePeople(serve, needs);
  serveConversations(serve, needs);
  serveWidget(serve, needs);
  serveShopSide(serve, needs);
  serveKnowledge(serve, needs);
  servePolicy(serve, needs);
  serveLearning(serve, needs);
  serveModel(serve, needs);

  const document = openApiDocument(needs.version);
  app.get('/api/openapi.json', (context) => context.json(document));
  app.get('/api/page.css', (context) => context.body(apiPageStyle, 200, { 'content-type': 'text/css' }));
  app.get('/api', (context) => {
    context.header('content-security-policy', "default-src 'none'; style-src 'self'");
    return context.html(apiPage(document));
  });
  app.get('/api/files/:id', async (context) => {
    const file = await needs.files.read(context.req.param('id'));
    const shown = shownInPage.has(file.mediaType);
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.mediaType,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=86400',
    });
  });
  for (const folder of needs.folders) serveFolder(app, folder);
  return app;
}

/** The desk's own origin needs no permission; a shop's site does when the settings name any. */
function mayEmbed(settings: Settings, origin: string): boolean {
  return settings.allowedOrigins.length === 0 || settings.allowedOrigins.includes(origin);
}
