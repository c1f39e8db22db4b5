import type { AlikeReason } from '@madoguchi/contract/merges.ts';
import type { Words } from '../../app/locale.tsx';

/** Why two may be one matter, in a few words. */
export function alikeWords(t: Words, { kind, value }: AlikeReason): string {
  if (kind === 'reference') return t('merge.because_reference', { value });
  if (kind === 'tag') return t('merge.because_tag', { value });
  if (kind === 'words') return t('merge.because_words');
  const hours = Number(value);
  if (hours < 1) return t('merge.because_now');
  return hours < 48 ? t('merge.because_hours', { hours }) : t('merge.because_days', { days: Math.round(hours / 24) });
}
