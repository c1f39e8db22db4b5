import type { FlowStep } from '@madoguchi/contract/flows.ts';

/** Where one customer stands in a flow. `chosen`: which option was taken at which step. `question`: what they wrote when it began. */
export type FlowState = {
  step: string | null;
  answers: Readonly<Record<string, string>>;
  chosen: Readonly<Record<string, string>>;
  /** Answers in a row that the step could not take. */
  tries: number;
  question: string;
};

/** What a flow may know of the conversation besides the answers. `today`: YYYY-MM-DD where the company is. */
export type FlowKnown = {
  locale: 'ja' | 'en';
  channel: string;
  open: boolean;
  has: readonly ('email' | 'phone' | 'proved_identity')[];
  today: string;
};

/** What moves a flow on. `looked_up` and `nothing_found` are what came of the effect it asked for. */
export type FlowInput =
  | { kind: 'begin' }
  | { kind: 'text'; text: string }
  | { kind: 'option'; step: string; option: string }
  | { kind: 'looked_up'; fields: Readonly<Record<string, string>> | null }
  | { kind: 'nothing_found' };

export type FlowSaid = { step: string; text: string; options: { id: string; label: string }[] };

/** What comes next: wait for the customer, the end, the customer went another way, or something that must be done first. */
export type FlowNext =
  | { kind: 'wait' }
  | { kind: 'end' }
  | { kind: 'leave' }
  | { kind: 'hand_off'; teamId: string | null }
  | { kind: 'look_up'; step: LookUpStep }
  | { kind: 'find'; question: string };

export type FlowAdvance = { state: FlowState; said: FlowSaid[]; visited: string[]; next: FlowNext };

export type LookUpStep = Extract<FlowStep, { type: 'look_up' }>;
/** What a look-up sends, the answers already in their places. */
export type LookUpRequest = { method: 'GET' | 'POST'; url: string; body: string };

/** Something outside that a turn needs before it can be taken. `key` names it: the same key has the same result within a turn. */
export type FlowNeed =
  | { kind: 'look_up'; key: string; request: LookUpRequest; keep: LookUpStep['keep'] }
  | { kind: 'find'; key: string; question: string };
/** What came of it: the fields kept (null: it failed), or whether the knowledge has an answer. */
export type FlowResult = { kind: 'look_up'; fields: Readonly<Record<string, string>> | null } | { kind: 'find'; found: boolean };
/** By key. */
export type FlowResults = ReadonlyMap<string, FlowResult>;

/** A whole turn, everything it needed at hand. `answer`: an article is quoted for this question. */
export type FlowTurn = Omit<FlowAdvance, 'next'> & {
  next: Extract<FlowNext, { kind: 'wait' | 'end' | 'leave' | 'hand_off' }> | { kind: 'answer'; question: string };
};
