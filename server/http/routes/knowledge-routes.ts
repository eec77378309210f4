import { deskRoutes as r } from '../../../contract/index.ts';
import type { Knowledge } from '../../modules/knowledge/index.ts';
import type { Serve } from '../serve-route.ts';

export function serveKnowledge(serve: Serve, { knowledge }: { knowledge: Knowledge }) {
  serve(r.listArticles, ({ query }) => knowledge.listArticles(query));
  serve(r.getArticle, ({ params }) => knowledge.getArticle(params.articleId));
  serve(r.createArticle, ({ agent, body }) => knowledge.createArticle(body, agent.name));
  serve(r.updateArticle, ({ agent, params, body }) =>
    knowledge.updateArticle(params.articleId, body, agent.name),
  );
  serve(r.deleteArticle, async ({ params }) => {
    await knowledge.deleteArticle(params.articleId);
    return {};
  });
  serve(r.tryQuestion, ({ body }) => knowledge.tryQuestion(body));
  serve(r.previewImport, ({ agent, body }) => knowledge.previewImport(body, agent.id));
  serve(r.commitImport, ({ agent, params, body }) => knowledge.commitImport(params.importId, body, agent));
}
