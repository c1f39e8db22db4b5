import type { ModelFailure, ModelOutcome } from '@madoguchi/contract/models.ts';
import type { Ctx } from '../platform/ctx.ts';

/** Where one call goes. `key`: null for an endpoint that asks for none. */
export type ModelPlace = { url: string; model: string; key: string | null; timeLimitMs: number };

export type ModelAsk = { instructions: string; prompt: string; maxTokens: number };

/** What came back. `text` is empty exactly when `failure` says why. */
export type ModelReply = {
  text: string;
  failure: ModelFailure | null;
  /** What the endpoint said about a failure, cut short. */
  detail: string | null;
  ms: number;
  tokensIn: number | null;
  tokensOut: number | null;
};

/** Asks one endpoint; never throws, and ends within the time limit. */
export type AskModel = (place: ModelPlace, ask: ModelAsk) => Promise<ModelReply>;

/** What is kept of a call: neither its words nor its key. */
export type CallNote = {
  purpose: string;
  outcome: ModelOutcome;
  conversationId: string | null;
  trace: Readonly<Record<string, number | string | boolean | null>>;
};

/** The workspace's model, behind one door. */
export type Models = {
  /** Whether a model is set and switched on. */
  isOn: (ctx: Ctx) => Promise<boolean>;
  /**
   * Asks the workspace's model and keeps a note of the call with what `judge` makes of the reply. Null, and nothing sent, without a
   * model that is switched on.
   */
  ask: <R extends { note: CallNote }>(ctx: Ctx, ask: ModelAsk, judge: (reply: ModelReply) => R) => Promise<(R & AskedOf) | null>;
};

/** Which model was asked and how long it took. */
export type AskedOf = { model: string; ms: number };
