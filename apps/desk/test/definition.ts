import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';

/** A field of conversations: what a test does not care about has a plain value. */
export const definition = (over: Partial<AttributeDefinition> = {}): AttributeDefinition => ({
  id: 'atd_rush',
  subject: 'conversation',
  key: '至急',
  label: '至急',
  kind: 'text',
  choices: [],
  labelEn: '',
  help: '',
  helpEn: '',
  required: false,
  shownWhen: [],
  requiredWhen: [],
  ...over,
});
