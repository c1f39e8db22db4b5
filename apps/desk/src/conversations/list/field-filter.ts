import { chosenIn } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Words } from '../../app/locale.tsx';
import { attributeWords } from '../customer/attribute-words.ts';
import { labelOf } from '../fields/fields.ts';

/** By which field a list is narrowed down: its key, and a value as it is kept; without one, whatever has any. */
export type FieldFilter = { field?: string | undefined; value?: string | undefined };

/** Whether a conversation, as it is now, stands in a narrowed list: the same question the server's list answers. */
export function fitsFilter({ field, value }: FieldFilter, { fields }: Pick<Conversation, 'fields'>): boolean {
  if (!field) return true;
  const kept = fields[field] ?? '';
  return value ? kept === value || chosenIn(kept).includes(value) : kept !== '';
}

/** The filter in words, as the chip above the list says it. Of a field that is gone, its key is what is left. */
export function filterWords(t: Words, { field, value }: FieldFilter, definitions: readonly AttributeDefinition[], locale: string): string {
  const definition = definitions.find(({ subject, key }) => subject === 'conversation' && key === field) ?? null;
  const label = definition ? labelOf(definition, locale) : (field ?? '');
  return t('filter.is', { label, value: value ? attributeWords(t, definition, value, locale) : t('filter.any') });
}

/** The address of a view, narrowed down as it was. */
export const inView =
  <V extends string>(view: V) =>
  ({ field, value }: FieldFilter): { view: V } & FieldFilter => ({ view, field, value });
