import type { FlowStep, LookUpSource } from '@madoguchi/contract/flows.ts';
import type { CodeWays, ProofAddress, ProofKind } from '../customers/codes/codes.types.ts';

/** Where one customer stands in a flow. `chosen`: which option was taken at which step. `question`: what they wrote when it began. */
export type FlowState = {
  step: string | null;
  answers: Readonly<Record<string, string>>;
  chosen: Readonly<Record<string, string>>;
  /** Answers in a row that the step could not take. */
  tries: number;
  question: string;
  /**
   * While the step asks who the customer is: the address a code went to, or null before there is one. `kind`: what that is; an e-mail address
   * where nothing is said. `only`: the customer chose it, whatever else the step takes.
   */
  identifying: { address: string | null; kind?: ProofKind; only?: 'email' } | null;
};

/**
 * What a flow may know of the conversation besides the answers. `today`: YYYY-MM-DD where the company is. `codes`: by what
 * they can be sent. `proved`: what was proved of the customer, by the names under which steps quote it.
 */
export type FlowKnown = {
  locale: 'ja' | 'en';
  channel: string;
  open: boolean;
  has: readonly ('email' | 'phone' | 'proved_identity')[];
  today: string;
  codes: CodeWays;
  proved: Readonly<Partial<Record<ProvedField, string>>>;
};
/** Answers that nobody can type: they come from a signed identity or a code. */
export const PROVED_FIELDS = ['verified_email', 'verified_phone', 'verified_customer_id'] as const;
export type ProvedField = (typeof PROVED_FIELDS)[number];

/** What moves a flow on. `looked_up` and `nothing_found` are what came of the effect it asked for. */
export type FlowInput =
  | { kind: 'begin' }
  | { kind: 'text'; text: string }
  | { kind: 'option'; step: string; option: string }
  | { kind: 'looked_up'; fields: Readonly<Record<string, string>> | null }
  | { kind: 'nothing_found' }
  /** The text with the last code did not go out. */
  | { kind: 'code_undelivered' }
  | CodeSentResult
  | CodeCheckedResult;

export type FlowSaid = { step: string; text: string; options: { id: string; label: string }[] };

/** What comes next: wait for the customer, the end, the customer went another way, or something that must be done first. */
export type FlowNext =
  | { kind: 'wait' }
  | { kind: 'end' }
  | { kind: 'leave' }
  | { kind: 'hand_off'; teamId: string | null; because?: 'mail_not_set_up' }
  | { kind: 'look_up'; step: LookUpStep }
  | { kind: 'find'; question: string }
  | { kind: 'send_code'; to: ProofAddress }
  | { kind: 'check_code'; of: ProofAddress; code: string };

export type FlowAdvance = { state: FlowState; said: FlowSaid[]; visited: string[]; next: FlowNext };

export type LookUpStep = Extract<FlowStep, { type: 'look_up' }>;
/** The steps at which a customer may be asked who they are. */
export type IdentifyingStep = Extract<FlowStep, { type: 'identify' | 'look_up' }>;
/** What a look-up sends, the answers already in their places. */
export type LookUpRequest = { method: 'GET' | 'POST'; url: string; body: string };

/** Something outside that a turn needs before it can be taken. `key` names it: the same key has the same result within a turn. */
export type FlowNeed =
  | { kind: 'look_up'; key: string; request: LookUpRequest; keep: LookUpStep['keep'] }
  | { kind: 'find'; key: string; question: string }
  | CodeNeed
  | OwnFactsNeed;
/** What has to be fetched from somewhere else, before the turn's transaction. */
export type OutsideNeed = Exclude<FlowNeed, CodeNeed | OwnFactsNeed>;
/**
 * The customer's own orders or contracts, read in the transaction of the turn by what holds as proved in it and by nothing else.
 * `number`: which order; null: the newest.
 */
export type OwnFactsNeed = {
  kind: 'own_facts';
  key: string;
  of: Exclude<LookUpSource, 'address'>;
  number: string | null;
  proved: FlowKnown['proved'];
  locale: FlowKnown['locale'];
};
/** A code goes out or is checked: rows of our own, in the transaction of the turn. */
export type CodeNeed =
  | { kind: 'send_code'; key: string; to: ProofAddress }
  | { kind: 'check_code'; key: string; of: ProofAddress; code: string };
/** `shown`: the code itself, where nothing is really sent. */
export type CodeSentResult = { kind: 'code_sent'; outcome: 'sent' | 'limited'; shown?: string };
export type CodeCheckedResult = { kind: 'code_checked'; outcome: 'right' | 'wrong' | 'gone'; left?: number };
/** What came of it: the fields kept (null: it failed), or whether the knowledge has an answer. */
export type FlowResult =
  | { kind: 'look_up'; fields: Readonly<Record<string, string>> | null }
  | { kind: 'find'; found: boolean }
  | CodeSentResult
  | CodeCheckedResult;
/** By key. */
export type FlowResults = ReadonlyMap<string, FlowResult>;

/** A whole turn, everything it needed at hand. `answer`: an article is quoted for this question. */
export type FlowTurn = Omit<FlowAdvance, 'next'> & {
  next: Extract<FlowNext, { kind: 'wait' | 'end' | 'leave' | 'hand_off' }> | { kind: 'answer'; question: string };
};
