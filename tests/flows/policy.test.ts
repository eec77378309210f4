import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { featureNames } from '../../brain/handoff/features.ts';
import { tightenings } from '../../brain/handoff/policy.ts';
import {
  type HandOffPolicy,
  policyFeatures,
  policyTightenings,
  Refused,
  deskRoutes as r,
} from '../../contract/index.ts';
import { signIn, startTestDesk, type TestDesk, visit } from '../support/desk.ts';

let desk: TestDesk;
let shen: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  desk = await startTestDesk();
  shen = await signIn(desk, 'shen@yucha.example');
});
afterAll(() => desk.stop());

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${error}`);
  return error.problem;
};
const versions = async () => (await shen.call(r.listPolicies)).versions;
const inForce = async () => {
  const found = (await versions()).find((one) => one.inForce);
  if (!found) throw new Error('no policy is in force');
  return found;
};
const strict = (policy: HandOffPolicy): HandOffPolicy => ({
  ...policy,
  tighten: { ...policy.tighten, first_miss: true },
});
const unanswerable = '你们董事长属什么生肖';

describe('the hand-off policy', () => {
  it('is the same list of features and switches on both sides', () => {
    expect([...policyFeatures].sort()).toEqual([...featureNames].sort());
    expect(policyTightenings).toEqual(tightenings);
  });

  it('starts with the product’s own, is drafted, tried, published with a reason, and counts at once', async () => {
    const first = await inForce();
    expect(first).toMatchObject({ version: 1, status: 'published', savedBy: 'Tandem' });
    const before = await visit(desk);
    const miss = await before.ask(unanswerable);
    expect(miss.snapshot.conversation.status).toBe('ai');
    expect(miss.choices.map((one) => one.action)).not.toContain('leave_message');

    const draft = await shen.call(r.savePolicyDraft, {
      body: { policy: strict(first.policy), note: '第一次没答上就转', basedOn: first.version },
    });
    expect(draft).toMatchObject({ status: 'draft', inForce: false, revision: 1, savedBy: shen.agent.name });

    const tried = await shen.call(r.replayPolicy, { body: { policy: draft.policy } });
    expect(tried.conversations).toBeGreaterThan(0);
    expect(tried.after.handOffs).toBeGreaterThan(tried.before.handOffs);
    const change = tried.changed.find((one) => one.conversationId === before.conversationId);
    expect(change).toMatchObject({
      quote: unanswerable,
      after: { action: 'hand_off', reasonCode: 'repeated_misses', turn: 1 },
    });
    const hours = tried.load.hours;
    const added = hours.reduce((sum, one) => sum + one.after - one.before, 0) * tried.load.days;
    expect(added).toBeCloseTo(tried.after.handOffs - tried.before.handOffs, 0);
    expect((await inForce()).version).toBe(1);

    const published = await shen.call(r.publishPolicy, {
      params: { version: String(draft.version) },
      body: { note: '试一周', inForce: 1 },
    });
    expect(published).toMatchObject({ inForce: true, note: '试一周', publishedBy: shen.agent.name });
    const after = await visit(desk);
    const handed = await after.ask(unanswerable);
    expect(
      handed.choices.map((one) => one.action).includes('leave_message') ||
        handed.snapshot.conversation.status !== 'ai',
    ).toBe(true);
  });

  it('is the same after a restart, and earlier versions come back as new ones', async () => {
    const now = await inForce();
    await desk.restart();
    shen = await signIn(desk, 'shen@yucha.example');
    expect((await inForce()).version).toBe(now.version);
    const back = await shen.call(r.publishPolicy, {
      params: { version: '1' },
      body: { note: '退回', inForce: now.version },
    });
    expect(back).toMatchObject({ inForce: true, basedOn: 1 });
    expect(back.version).toBeGreaterThan(now.version);
    expect((await versions()).find((one) => one.version === now.version)?.status).toBe('published');
  });

  it('refuses two people at once, a published version changed, and nonsense', async () => {
    const current = await inForce();
    const draft = await shen.call(r.savePolicyDraft, { body: { policy: current.policy } });
    const params = { version: String(draft.version) };
    const body = { policy: strict(current.policy), note: '', revision: draft.revision };
    await shen.call(r.updatePolicyDraft, { params, body });
    expect(await refusal(shen.call(r.updatePolicyDraft, { params, body }))).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(
      await refusal(shen.call(r.updatePolicyDraft, { params: { version: String(current.version) }, body })),
    ).toMatchObject({ field: 'version' });
    expect(
      await refusal(
        shen.call(r.publishPolicy, { params, body: { note: 'x', inForce: current.version + 99 } }),
      ),
    ).toMatchObject({ code: 'changed_meanwhile' });
    expect(
      await refusal(shen.call(r.publishPolicy, { params, body: { note: ' ', inForce: current.version } })),
    ).toMatchObject({ field: 'note' });
    const upsideDown = { ...current.policy, offerAt: 150, handOffAt: 100 };
    expect(await refusal(shen.call(r.savePolicyDraft, { body: { policy: upsideDown } }))).toMatchObject({
      code: 'invalid_input',
    });
    expect(
      await refusal(
        shen.call(r.publishPolicy, { params: { version: 'x' }, body: { note: 'x', inForce: 1 } }),
      ),
    ).toMatchObject({ code: 'not_found' });
  });

  it('is measured on what supervisors mark', async () => {
    const customer = await visit(desk);
    await customer.ask(unanswerable);
    const params = { conversationId: customer.conversationId };
    expect((await shen.call(r.getHandOffMark, { params })).mark).toBeNull();
    const marked = await shen.call(r.markHandOff, { params, body: { mark: 'too_late' } });
    expect(marked).toEqual({ mark: 'too_late', by: shen.agent.name });
    const { policy } = await inForce();
    const tried = await shen.call(r.replayPolicy, { body: { policy: strict(policy) } });
    expect(tried.before.rates).toMatchObject({ labelled: 1, mustEscalate: 1, recall: 0, tooLate: 1 });
    expect(tried.after.rates).toMatchObject({ recall: 1, tooLate: 0 });
    await shen.call(r.markHandOff, { params, body: { mark: null } });
    expect((await shen.call(r.getHandOffMark, { params })).mark).toBeNull();
  });

  it('knows the customer: a gold member’s problem goes to a person', async () => {
    const current = await inForce();
    const draft = await shen.call(r.savePolicyDraft, {
      body: { policy: { ...current.policy, tighten: { ...current.policy.tighten, vip_always: true } } },
    });
    await shen.call(r.publishPolicy, {
      params: { version: String(draft.version) },
      body: { note: 'VIP', inForce: current.version },
    });
    const stranger = await visit(desk);
    expect((await stranger.ask('包邮吗')).snapshot.conversation.status).toBe('ai');
    const { policy, customer } = await desk.policies.forTurn(await goldCustomer());
    expect(policy.tighten.vip_always).toBe(true);
    expect(customer.vip).toBe(true);
  });
});

async function goldCustomer(): Promise<string> {
  const [row] = await desk.database.query<{ id: string }>(
    `SELECT id FROM customers WHERE level = 'gold' LIMIT 1`,
  );
  if (!row) throw new Error('the demo shop has no gold member');
  return row.id;
}
