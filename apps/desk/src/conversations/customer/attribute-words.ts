import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Words } from '../../app/locale.tsx';

/** A kept value as it is read: はい, 1,200, 2026年3月1日. */
export function attributeWords(t: Words, definition: Pick<AttributeDefinition, 'kind'> | null, value: string, locale: string): string {
  if (definition?.kind === 'yes_no') return value === 'yes' || value === 'no' ? t(`attribute.${value}`) : value;
  if (definition?.kind === 'choices') return value.split('\n').join(locale === 'ja' ? '、' : ', ');
  if (definition?.kind === 'number') return Number.isFinite(Number(value)) ? Number(value).toLocaleString(locale) : value;
  if (definition?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  return value;
}
