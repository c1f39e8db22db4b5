import type { Macro } from '@madoguchi/contract/macros.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { makeStore } from '../ui/store.ts';

/** A run that was stopped because somebody said or changed something first. */
export type Stopped = {
  conversationId: string;
  macro: Macro;
  answers: Readonly<Record<string, string>>;
  /** What was written meanwhile; none where something else was changed. */
  answered: Message[];
  changed: string[];
};
export const stoppedRun = makeStore<Stopped | null>(null);
