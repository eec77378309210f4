import { deskRoutes as r } from '../../../contract/index.ts';
import type { HandOffPolicies } from '../../modules/handoff/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Serve } from '../serve-route.ts';

export function servePolicy(serve: Serve, { policies }: { policies: HandOffPolicies }) {
  serve(r.listPolicies, async () => ({ versions: await policies.list() }));
  serve(r.savePolicyDraft, ({ agent, body }) => policies.saveDraft(body, agent.name));
  serve(r.replayPolicy, ({ body }) => policies.tryOn(body.policy, body.last));
  serve(r.updatePolicyDraft, ({ agent, params, body }) =>
    policies.updateDraft(versionOf(params.version), body, agent.name),
  );
  serve(r.publishPolicy, ({ agent, params, body }) =>
    policies.publish(versionOf(params.version), body.note, body.inForce, agent.name),
  );
  serve(r.getHandOffMark, ({ params }) => policies.markOf(params.conversationId));
  serve(r.markHandOff, ({ agent, params, body }) =>
    policies.mark(params.conversationId, body.mark, agent.name),
  );
}

function versionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Problem('not_found', 'There is no such policy version.');
  return Number(text);
}
