import type { Locale } from '@madoguchi/contract/common.ts';
import type { Readers } from '../knowledge.types.ts';

/** A question to offer to somebody who is typing, with its address in the help center of whoever types. */
export type Suggestion = { question: string; url: string };

export type Suggestions = {
  /** Questions of a language, for these readers, that what was typed may become, best first. `typed` may end in the middle of a word or a syllable. */
  suggest: (readers: Readers, locale: Locale, typed: string, limit: number) => Promise<Suggestion[]>;
  /** Reads a workspace's questions before anybody types. */
  warm: (workspaceId: string) => Promise<void>;
  close: () => Promise<void>;
};
