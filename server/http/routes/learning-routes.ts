import { deskRoutes as r } from '../../../contract/index.ts';
import type { Learning } from '../../modules/learning/index.ts';
import type { Serve } from '../serve-route.ts';

export function serveLearning(serve: Serve, { learning }: { learning: Learning }) {
  const { gaps } = learning;
  serve(r.listGaps, ({ query }) => gaps.list(query));
  serve(r.getGap, ({ params }) => gaps.get(params.gapId));
  serve(r.draftFromGap, ({ agent, params }) => gaps.draft(params.gapId, agent.name));
  serve(r.addGapToArticle, ({ agent, params, body }) => gaps.addToArticle(params.gapId, body, agent.name));
  serve(r.markContradiction, async ({ agent, params, body }) => ({
    gap: await gaps.markContradiction(params.gapId, body.articleIds, body.note, agent.name),
  }));
  serve(r.ignoreGap, async ({ agent, params, body }) => ({
    gap: await gaps.ignore(params.gapId, body.note, agent.name),
  }));
  serve(r.reopenGap, async ({ params }) => ({ gap: await gaps.reopen(params.gapId) }));
  serve(r.getOutcomes, ({ query }) => learning.outcomes(query.weeks));
}
