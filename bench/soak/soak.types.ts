import type { Answer, Asked } from '../../apps/server/test/platform-stub.ts';

/** Hands one message over as its platform does, once. @returns whether it was taken; false: to be handed over again @throws when it can never be */
export type HandOver = (again: boolean) => Promise<boolean>;

/** Somebody who writes. */
export type SoakLine = {
  /** `line-12`: the channel and a number. */
  id: string;
  /** One message of theirs, ready to be handed over as often as it takes. The platform's ids of it are the same each time. */
  say: (seq: number, text: string) => HandOver;
};

export type Reached = {
  base: string;
  key: string;
  /** What went wrong on purpose is not to be: an address nobody else has, for limits by address. */
  addressOf: (n: number) => string;
};

/** How one channel's platform behaves towards us. */
export type Sender = {
  channel: string;
  /** Of its inbox; null: the workspace begins with one. */
  settings: Record<string, string | number | boolean> | null;
  /** Platform origins that the stub stands for. */
  origins: readonly string[];
  /** Every message opens a conversation of its own. */
  separate?: boolean;
  /** Our messages are carried out, not fetched. */
  answers: boolean;
  /** Sending a message twice is one message: a message cut off in the middle is sent again by itself. */
  idempotent: boolean;
  /** We ask it for what is new, and what was there before we asked first is left aside. */
  isAsked?: boolean;
  /** Answers itself what is asked below a path of its own. */
  platform?: { isAsked: (path: string) => boolean; answer: (asked: Asked) => Answer };
  line: (inbox: Reached, n: number) => SoakLine | Promise<SoakLine>;
  stop?: () => Promise<void>;
};
