import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import { linkAllowed } from '../../../brain/check/index.ts';
import { readFeeling } from '../../../brain/emotion/index.ts';
import { createVault, type Vault } from '../../../brain/privacy/mask.ts';
import type { Language } from '../../../contract/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { AiMessage } from '../conversations/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Model } from '../model/index.ts';
import { type ModelTurn, takeModelTurn } from './model-turn.ts';
import type { FoundArticle, Shop } from './turn-tools.ts';

/** What the desk knows of a customer that must not leave it. */
export type Person = { name: string; email: string; phone: string };

export type ModelNeeds = {
  model: Model;
  shop: Shop;
  knowledge: Knowledge;
  accounts: Accounts;
  personOf: (customerId: string) => Promise<Person>;
  /** Where the desk and the shop are served from. */
  ownOrigins: () => Promise<string[]>;
  timeZone: () => Promise<string>;
  newId: (prefix: string) => string;
  now: () => number;
};

export type AskedTurn = {
  conversationId: string | null;
  customerId: string | null;
  text: string;
  history: readonly { from: 'customer' | 'ai' | 'agent'; text: string }[];
  decision: TurnDecision;
  until: number;
  signal: AbortSignal;
  onDraft: (text: string) => void;
  evenOff?: boolean;
};

const mostNear = 4;
const leastNear = 0.08;

/** The model's side of answering: what it is given, and what becomes of its reply. */
export function createModelAnswers(needs: ModelNeeds) {
  const { model, knowledge, accounts } = needs;

  /** Articles near a text, in the wanted language where the shop has them, each pair once. */
  async function findArticles(text: string, language: Language): Promise<FoundArticle[]> {
    const matches = await knowledge.search(text, { limit: 8, language });
    return articlesOf(
      matches.filter((match) => match.confidence >= leastNear).map((match) => match.articleId),
      language,
    );
  }

  function articlesOf(ids: string[], language: Language): FoundArticle[] {
    const found = new Map<string, FoundArticle>();
    for (const articleId of ids) {
      const article = knowledge.lookup(articleId);
      const own =
        article && article.language !== language && article.pairKey
          ? (knowledge.pairOf(article.pairKey, language) ?? article)
          : article;
      if (own) found.set(own.id, own);
    }
    return [...found.values()].slice(0, mostNear);
  }

  /** Hides what is known of the customer, and whatever looks like personal data. */
  async function vaultFor(customerId: string | null, language: Language): Promise<Vault> {
    if (!customerId) return createVault();
    const [person, orders] = await Promise.all([
      needs.personOf(customerId),
      needs.shop.ordersOf(customerId, language),
    ]);
    return createVault([
      { kind: 'NAME', value: person.name },
      { kind: 'EMAIL', value: person.email },
      { kind: 'PHONE', value: person.phone },
      ...orders.map((order) => ({ kind: 'ADDRESS' as const, value: order.address })),
    ]);
  }

  return {
    findArticles,
    vaultFor,
    async mayLink(): Promise<(url: string) => boolean> {
      const [origins, { linkHosts }] = await Promise.all([needs.ownOrigins(), model.settings.get()]);
      return (url) => linkAllowed(url, origins, linkHosts);
    },
    async take(turn: AskedTurn): Promise<ModelTurn> {
      const { decision } = turn;
      const { language } = decision;
      const [settings, { voice }, vault, mayLink, timeZone] = await Promise.all([
        accounts.settings.get(),
        model.settings.get(),
        vaultFor(turn.customerId, language),
        this.mayLink(),
        needs.timeZone(),
      ]);
      const seen = decision.why.matches?.filter((match) => match.confidence >= leastNear) ?? [];
      const near =
        seen.length > 0
          ? articlesOf(
              seen.map((match) => match.articleId),
              language,
            )
          : await findArticles(turn.text, language);
      return takeModelTurn({
        ask: model.ask,
        vault,
        conversationId: turn.conversationId,
        customerId: turn.customerId,
        shop: needs.shop,
        findArticles,
        language,
        asked: turn.text,
        history: turn.history,
        near,
        feeling: readFeeling(turn.text, language),
        shopName: settings.shopName,
        voice,
        mayLink,
        boundary: `==${needs.newId('d').slice(-12)}==`,
        today: new Intl.DateTimeFormat('en-CA', { timeZone }).format(needs.now()),
        until: turn.until,
        signal: turn.signal,
        onDraft: turn.onDraft,
        ...(turn.evenOff ? { evenOff: true } : {}),
      });
    },
    /** The stored message of a reply. */
    async messageOf(
      reply: Extract<ModelTurn, { kind: 'reply' }>,
      turn: AskedTurn,
      durationMs: number,
    ): Promise<AiMessage> {
      const { decision } = turn;
      const cards =
        reply.cards.length > 0 && turn.customerId
          ? await needs.shop.cards(reply.cards, turn.customerId, decision.language).catch(() => [])
          : [];
      return {
        text: reply.text,
        language: decision.language,
        sources: reply.articles.map((article) => ({
          articleId: article.id,
          title: article.title,
          language: article.language,
          passage: article.title,
        })),
        cards,
        turn: {
          action: reply.asks ? 'clarify' : 'answer',
          confidence: decision.confidence,
          missed: false,
          durationMs,
          why: { ...decision.why, retrieval: decision.action, model: reply.trace },
        },
      };
    },
  };
}
export type ModelAnswers = ReturnType<typeof createModelAnswers>;

/** Whether the model may try: where retrieval looked something up, and no floor, choice or courtesy decided. */
export function modelMayTry(decision: TurnDecision, text: string): boolean {
  const { rule } = decision.why;
  if (!text.trim() || rule === 'chose_a_candidate' || rule === 'says_no_help') return false;
  return ['answer', 'clarify', 'unknown', 'offer'].includes(decision.action);
}
