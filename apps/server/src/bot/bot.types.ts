import type { BotReason, BotStep, Choice } from '@madoguchi/contract/messages.ts';
import type { Composed } from './compose/compose.types.ts';

/** Where the bot stands with a customer. `failures` counts answers that did not help and questions nobody could answer. */
export type BotState = {
  phase: 'idle' | 'answered' | 'clarifying' | 'offered';
  failures: number;
  /** Articles shown or offered already: not offered again after 「いいえ」. */
  shown: string[];
  /** The runners-up of the last question: what 「いいえ」 leads on to. */
  next: Candidate[];
};

export const FIRST_STATE: BotState = { phase: 'idle', failures: 0, shown: [], next: [] };

/** `preferred`: it stands before one that fits as well, because it helped more lately. */
export type Candidate = { articleId: string; title: string; score: number; preferred?: true };

/** What retrieval makes of a question. */
export type Found = {
  decision: 'answer' | 'clarify' | 'handoff';
  confidence: number;
  figures: BotStep['figures'];
  candidates: Candidate[];
  because: BotReason;
  /** What was looked for: the words of an article are chosen by it. */
  question?: string;
  /** What a language model made of the articles, where one was asked. */
  composed?: Composed;
};

/** The message the bot answers. `seq`: its place in the conversation, from 1. `inboxId`: where it came in. */
export type Asked = { conversationId: string; messageId: string; seq: number; text: string; inboxId: string };
/** What the customer did, before anything was looked for. */
export type Heard = { kind: 'said'; text: string } | { kind: 'pressed'; choice: Choice };

/** What the customer just did. */
export type BotInput = { kind: 'said'; text: string; found: Found } | { kind: 'pressed'; choice: Choice };

/** What the bot does about it: at most one message, then perhaps a hand-off or the end. */
export type BotAct =
  | { act: 'quote'; articleId: string }
  | { act: 'offer_choices'; candidates: Candidate[]; opening: 'which' | 'other_ideas' }
  | { act: 'offer_person'; opening: 'not_found' | 'not_solved' | 'cannot_read_files' | 'not_current' }
  | { act: 'greet' }
  | { act: 'resolve' }
  /** What a flow says; the words are its own. */
  | { act: 'flow' }
  | { act: 'hand_off'; because: 'asked_for_person' | 'two_failures' | 'angry' | 'flow' };

export type BotTurn = {
  act: BotAct;
  state: BotState;
  because: BotReason;
  /** The last question stands unanswered: shown to the knowledge editor. */
  unanswered: boolean;
};
