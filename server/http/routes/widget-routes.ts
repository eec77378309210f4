import { fileLimitBytes, type PublicSnapshot, deskRoutes as r, textLimit } from '../../../contract/index.ts';
import * as change from '../../modules/conversations/index.ts';
import type { Customers } from '../../modules/customers/index.ts';
import type { Routing } from '../../modules/routing/index.ts';
import { customerActor, type Serve } from '../serve-route.ts';
import type { Talking } from './conversation-routes.ts';

export function serveWidget(serve: Serve, needs: Talking & { customers: Customers; routing: Routing }) {
  const { conversations, customers, handoff, routing, accounts } = needs;
  const { record } = conversations;

  const snapshot = async (conversationId: string, since: number): Promise<PublicSnapshot> => ({
    ...(await conversations.publicSnapshot(conversationId, since)),
    queuePlace: routing.placeOf(conversationId),
  });
  const publicChange = async (writing: Promise<{ conversation: { id: string } }>) => {
    const { conversation } = await writing;
    const state = await record.find(conversation.id);
    return {
      conversation: change.forCustomer(state as never, await conversations.marks.of(conversation.id)),
      queuePlace: state?.status === 'queued' ? routing.placeOf(conversation.id) : null,
    };
  };

  serve(r.openWidget, async ({ body, address }) => {
    await needs.limits.spend('session', address);
    const language = body.language ?? 'zh';
    const session = await customers.startSession({ ...body, language });
    if (session.becameKnown) await change.identify(conversations, session.becameKnown.id, session.customer);
    const settings = await accounts.settings.get();
    const state = await conversations.latestOf(session.customer.id);
    const shift = await handoff.shiftFor(language);
    return {
      token: session.token,
      customer: {
        id: session.customer.id,
        name: session.customer.name,
        identified: session.customer.externalId !== null,
      },
      shopName: settings.shopName[language],
      greeting: settings.greeting[language],
      aiEnabled: settings.aiEnabled,
      peopleOnline: shift.onShift,
      nextOpeningAt: shift.nextOpeningAt,
      snapshot: state?.lastMessage ? await snapshot(state.id, 0) : null,
      fileLimitBytes,
      textLimit,
    };
  });
  serve(r.openConversation, async ({ customer, body }) => {
    const state = await conversations.open(customerActor(customer), body);
    return snapshot(state.id, 0);
  });
  serve(r.getOwnConversation, async ({ customer, query }) => {
    const state = await conversations.latestOf(customer.id);
    return { snapshot: state ? await snapshot(state.id, query.since) : null };
  });
  serve(r.askForPerson, ({ customer, params }) =>
    publicChange(handoff.askForPerson(customerActor(customer), params.conversationId)),
  );
  serve(r.continueWithAi, ({ customer, params }) =>
    publicChange(change.continueWithAi(record, customerActor(customer), params.conversationId)),
  );
  serve(r.leaveMessage, async ({ customer, params, body }) => {
    const { conversation } = await handoff.leaveMessage(customerActor(customer), params.conversationId, body);
    const answer = await publicChange(Promise.resolve({ conversation }));
    return { conversation: answer.conversation, promisedAt: conversation.promise?.promisedAt ?? 0 };
  });
  serve(r.rate, async ({ customer, params, body }) => {
    const answer = await publicChange(
      change.rate(record, customerActor(customer), params.conversationId, body.score, body.comment),
    );
    return { conversation: answer.conversation };
  });
}
