import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { TimelineFact } from '@madoguchi/contract/messages.ts';
import type { Words } from '../../app/locale.tsx';
import { attributeWords } from '../customer/attribute-words.ts';
import { labelOf } from '../fields/fields.ts';

/** A field's fact as it is read: the label in the reader's language, the value as the pane beside shows it. What was defined otherwise then stays as it was told. */
export function readableFieldFact(t: Words, fact: TimelineFact, definitions: readonly AttributeDefinition[], locale: string): TimelineFact {
  const definition = definitions.find(({ subject, key }) => subject === 'conversation' && key === fact.data.key);
  if (!definition) return fact;
  const { value } = fact.data;
  return {
    ...fact,
    data: {
      ...fact.data,
      label: labelOf(definition, locale),
      value: typeof value === 'string' && value !== '' ? attributeWords(t, definition, value, locale) : value,
    },
  };
}
