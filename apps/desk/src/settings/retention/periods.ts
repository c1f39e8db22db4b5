import type { RetentionKind } from '@madoguchi/contract/retention.ts';
import type { AdminWords } from '../../admin/admin-words.ts';

/** The periods that are offered: months for conversations, else days. */
export const PERIODS: Readonly<Record<RetentionKind, readonly number[]>> = {
  conversations: [6, 12, 24, 36, 60, 84],
  payloads: [30, 90, 180, 365],
  searches: [30, 90, 180, 365],
  audit: [365, 730, 1095, 1825, 2555],
};

/** A period in the largest unit that fits it. */
export function periodWords(t: AdminWords, kind: RetentionKind, keep: number): string {
  if (kind === 'conversations')
    return keep % 12 === 0 ? t('retention.years', { count: keep / 12 }) : t('retention.months', { count: keep });
  return keep % 365 === 0 ? t('retention.years', { count: keep / 365 }) : t('retention.days', { count: keep });
}
