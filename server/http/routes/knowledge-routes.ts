import { deskRoutes as r } from '../../../contract/index.ts';
import type { ChangeWords, Knowledge } from '../../modules/knowledge/index.ts';
import type { Serve } from '../serve-route.ts';

export function serveKnowledge(serve: Serve, { knowledge }: { knowledge: Knowledge }) {
  serve(r.listArticles, ({ query }) => knowledge.listArticles(query));
  serve(r.getArticle, ({ params }) => knowledge.getArticle(params.articleId));
  serve(r.createArticle, ({ agent, body }) => knowledge.createArticle(body, agent.name, wordsIn(body)));
  serve(r.updateArticle, ({ agent, params, body }) =>
    knowledge.updateArticle(params.articleId, body, agent.name, wordsIn(body)),
  );
  serve(r.deleteArticle, async ({ agent, params, body }) => {
    await knowledge.deleteArticle(params.articleId, agent.name, body);
    return {};
  });
  serve(r.tryQuestion, ({ body }) => knowledge.tryQuestion(body));
  serve(r.listNearDuplicates, async () => ({ pairs: await knowledge.nearDuplicates() }));
  serve(r.previewImport, ({ agent, body }) => knowledge.previewImport(body, agent.id));
  serve(r.commitImport, ({ agent, params, body }) => knowledge.commitImport(params.importId, body, agent));
  serve(r.listVersions, async ({ params }) => ({ versions: await knowledge.versions(params.articleId) }));
  serve(r.rollBack, ({ agent, params, body }) =>
    knowledge.rollBack(params.articleId, body.toVersion, agent.name, wordsIn(body)),
  );
  serve(r.getAnswerLine, async () => knowledge.answerLine());
  serve(r.setCare, ({ agent, body }) => knowledge.setCare(body.care, agent.name, body));
  serve(r.listGoldenQuestions, async ({ query }) => {
    const questions = await knowledge.golden.list(query.articleId);
    return { questions, right: questions.filter((one) => one.now.right).length, total: questions.length };
  });
  serve(r.createGoldenQuestion, ({ agent, body }) => knowledge.golden.create(body, agent.name));
  serve(r.updateGoldenQuestion, ({ params, body }) => knowledge.golden.update(params.goldenId, body));
  serve(r.deleteGoldenQuestion, async ({ params }) => {
    await knowledge.golden.remove(params.goldenId);
    return {};
  });
  serve(r.importGoldenQuestions, ({ agent, body }) =>
    knowledge.importGoldenQuestions(Buffer.from(body.contentBase64, 'base64'), body.language, agent.name),
  );
}

function wordsIn({ note, overrideReason }: ChangeWords): ChangeWords {
  return { note, overrideReason };
}
