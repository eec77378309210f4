import { deskRoutes as r } from '../../../contract/index.ts';
import type { Answering } from '../../modules/answering/index.ts';
import type { Conversations } from '../../modules/conversations/index.ts';
import type { Model } from '../../modules/model/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Limits } from '../limits.ts';
import type { Serve } from '../serve-route.ts';

export function serveModel(
  serve: Serve,
  needs: { model: Model; answering: Answering; conversations: Conversations; limits: Limits },
) {
  const { model, answering, limits } = needs;
  const { assist } = answering;
  serve(r.getModel, () => model.settings.get());
  serve(r.updateModel, ({ body }) => model.settings.save(body));
  serve(r.testModel, () => answering.testModel());
  serve(r.getModelUsage, ({ query }) => model.usage.days(query.days));
  serve(r.getModelStatus, async () => ({ on: await model.isOn() }));
  serve(r.getConversationModelUsage, async ({ params }) => {
    if (!(await needs.conversations.record.find(params.conversationId))) throw notFound('conversation');
    return model.usage.of(params.conversationId);
  });
  serve(r.summariseConversation, async ({ agent, params, body }) => {
    await limits.spend('assist', agent.id);
    return { text: await assist.summary(params.conversationId, body.language) };
  });
  serve(r.suggestReplies, async ({ agent, params }) => {
    await limits.spend('assist', agent.id);
    return { replies: await assist.replies(params.conversationId) };
  });
  serve(r.rewriteText, async ({ agent, params, body }) => {
    await limits.spend('assist', agent.id);
    return { text: await assist.rewrite(params.conversationId, body.text, body.tone) };
  });
  serve(r.translateText, async ({ agent, params, body }) => {
    await limits.spend('assist', agent.id);
    return { text: await assist.translate(params.conversationId, body.text, body.to) };
  });
}
