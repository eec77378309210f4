import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../../contract/index.ts';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
  },
});

/** Every key of the query cache, so that live events and screens mean the same thing. */
export const keys = {
  me: ['me'] as const,
  agents: ['agents'] as const,
  groups: ['groups'] as const,
  settings: ['settings'] as const,
  model: ['model', 'settings'] as const,
  modelStatus: ['model', 'status'] as const,
  modelUsage: ['model', 'usage'] as const,
  conversationModelUsage: (id: string, seq: number) => ['model', 'conversation', id, seq] as const,
  policies: ['policies'] as const,
  policyReplay: (policy: object) => ['policies', 'replay', policy] as const,
  handOffMark: (id: string) => ['hand-off-mark', id] as const,
  macros: ['macros'] as const,
  inbox: (view: string, q: string) => ['inbox', view, q] as const,
  conversation: (id: string) => ['conversation', id] as const,
  panel: (customerId: string, language: string) => ['panel', customerId, language] as const,
  products: (search: string, language: string) => ['products', search, language] as const,
  suggestions: (id: string, seq: number) => ['suggestions', id, seq] as const,
  articles: (filter: object) => ['articles', filter] as const,
  gaps: (filter: object) => ['gaps', filter] as const,
  gap: (id: string) => ['gap', id] as const,
  outcomes: (weeks: string) => ['outcomes', weeks] as const,
  golden: (of: string) => ['golden', of] as const,
  article: (id: string) => ['article', id] as const,
  answerLine: ['answer-line'] as const,
};
