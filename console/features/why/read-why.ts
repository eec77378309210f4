/** The part of a turn's record this console can show; what an older or newer desk wrote besides is left out. */
export type Why = {
  rule?: string;
  searched?: string;
  thresholds?: { answer: number; clarify: number };
  matches: Candidate[];
  judged?: {
    action: string;
    reasonCode: string | null;
    evidence?: {
      quote?: string;
      rule?: string;
      points?: { feature: string; points: number }[];
      total?: number;
    };
  };
  retrieval?: string;
  model?: {
    endpoint: string | null;
    steps: number;
    tools: { name: string; outcome: string }[];
    refused: unknown[];
    failed: string | null;
    inputTokens?: number;
    outputTokens?: number;
    cost?: number;
  };
};
export type Candidate = {
  articleId: string;
  title: string;
  confidence: number;
  matched: string[];
  uncovered: string[];
};

export function readWhy(why: unknown): Why {
  if (typeof why !== 'object' || why === null) return { matches: [] };
  const read = why as Partial<Why>;
  return { ...read, matches: Array.isArray(read.matches) ? read.matches : [] };
}
