import type { DuplicateReason } from '@madoguchi/contract/customer-merges.ts';
import type { Words } from '../../app/locale.tsx';

/** Why two may be one person, in words. */
export function reasonWords(t: Words, { kind, value, proved }: DuplicateReason): string {
  if (proved && kind === 'email') return t('duplicate.email_proved', { value });
  if (proved && kind === 'phone') return t('duplicate.phone_proved', { value });
  return t(`duplicate.${kind}`, { value });
}
