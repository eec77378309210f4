const prefix = 'tandem.draft.';

/** Unsent words, kept for each conversation in this browser. */
export const drafts = {
  get: (conversationId: string): string => localStorage.getItem(prefix + conversationId) ?? '',
  set(conversationId: string, text: string): void {
    if (text) localStorage.setItem(prefix + conversationId, text);
    else localStorage.removeItem(prefix + conversationId);
  },
};
