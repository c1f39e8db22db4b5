import type { Locale } from '@madoguchi/contract/common.ts';

/** A question to offer to somebody who is typing, with its address as a path on this server. */
export type Suggestion = { question: string; url: string };

export type Suggestions = {
  /** Questions of a language that what was typed may become, best first. `typed` may end in the middle of a word or a syllable. */
  suggest: (workspaceId: string, locale: Locale, typed: string, limit: number) => Promise<Suggestion[]>;
  /** Reads a workspace's questions before anybody types. */
  warm: (workspaceId: string) => Promise<void>;
  close: () => Promise<void>;
};
