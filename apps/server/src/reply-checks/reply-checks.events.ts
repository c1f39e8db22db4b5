import type { CheckRule } from '@madoguchi/contract/reply-checks.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. */
export const companyWordAdded = fact('company_word.added', 1)<{ wordId: string; word: string }>();
export const companyWordChanged = fact('company_word.changed', 1)<{ wordId: string; word: string }>();
export const companyWordRemoved = fact('company_word.removed', 1)<{ wordId: string; word: string }>();
export const replyChecksChanged = fact('reply_checks.changed', 1)<{ off: CheckRule[] }>();
