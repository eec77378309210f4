/** What the desk needs of a chat model, in its own words; server/adapters/model/ speaks to real ones. */

export type Endpoint = { url: string; model: string; key: string };

export type ModelMessage =
  | { role: 'system' | 'user'; text: string }
  | { role: 'assistant'; text: string; calls: ToolCall[] }
  | { role: 'tool'; callId: string; name: string; result: string };

export type ToolCall = { id: string; name: string; input: unknown };

/** `parameters` is a JSON schema. */
export type ToolOffer = { name: string; description: string; parameters: object };

export type ModelRequest = {
  messages: ModelMessage[];
  tools: ToolOffer[];
  maxOutputTokens: number;
  /** Until the first word or tool call. */
  firstTokenWithinMs: number;
  /** Until the last one. */
  wholeWithinMs: number;
  signal: AbortSignal;
};

/** Tokens are null where the endpoint does not say. */
export type Usage = { inputTokens: number | null; outputTokens: number | null };

export type ModelPart =
  | { kind: 'text'; text: string }
  | { kind: 'call'; call: ToolCall }
  | { kind: 'end'; cut: boolean; usage: Usage };

export const faultKinds = [
  'rate_limited',
  'server_error',
  'refused_key',
  'bad_request',
  'unreachable',
  'first_token_late',
  'too_slow',
  'too_long',
  'broken_stream',
  'withdrawn',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How a call failed. `withdrawn`: we stopped it ourselves. */
export class ModelFault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string = kind) {
    super(message);
    this.kind = kind;
  }
}

/** Streams one completion. Ends with an `end` part, or throws a ModelFault. */
export type StreamModel = (endpoint: Endpoint, request: ModelRequest) => AsyncIterable<ModelPart>;
