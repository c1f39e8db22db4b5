import { requiredAttributes, shownAttributes } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';

/** The label, or the help, in the reader's language. */
export const labelOf = (one: Pick<AttributeDefinition, 'label' | 'labelEn'>, locale: string): string =>
  (locale === 'en' && one.labelEn) || one.label;
export const helpOf = (one: Pick<AttributeDefinition, 'help' | 'helpEn'>, locale: string): string =>
  (locale === 'en' && one.helpEn) || one.help;

/** What is to be shown of a conversation's fields, and which of them are required as things stand. */
export function fieldsOf(definitions: readonly AttributeDefinition[], conversation: Conversation, values = conversation.fields) {
  const own = definitions.filter(({ subject }) => subject === 'conversation');
  const around = { channel: conversation.channel, inboxId: conversation.inbox.id, tags: conversation.tags };
  const required = new Set(requiredAttributes(own, values, around).map(({ key }) => key));
  return { shown: shownAttributes(own, values, around), required };
}
