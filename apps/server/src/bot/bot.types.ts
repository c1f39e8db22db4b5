import type { BotReason, BotStep, Choice } from '@madoguchi/contract/messages.ts';

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

export type Candidate = { articleId: string; title: string; score: number };

/** What retrieval makes of a question. */
export type Found = {
  decision: 'answer' | 'clarify' | 'handoff';
  confidence: number;
  figures: BotStep['figures'];
  candidates: Candidate[];
  because: BotReason;
};

/** What the customer just did. */
export type BotInput = { kind: 'said'; text: string; found: Found } | { kind: 'pressed'; choice: Choice };

/** What the bot does about it: at most one message, then perhaps a hand-off or the end. */
export type BotAct =
  | { act: 'quote'; articleId: string }
  | { act: 'offer_choices'; candidates: Candidate[]; opening: 'which' | 'other_ideas' }
  | { act: 'offer_person'; opening: 'not_found' | 'not_solved' | 'cannot_read_files' }
  | { act: 'greet' }
  | { act: 'resolve' }
  | { act: 'hand_off'; because: 'asked_for_person' | 'two_failures' | 'angry' };

export type BotTurn = {
  act: BotAct;
  state: BotState;
  because: BotReason;
  /** The last question stands unanswered: shown to the knowledge editor. */
  unanswered: boolean;
};
