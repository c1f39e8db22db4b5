import type { Condition } from '@madoguchi/contract/automation-conditions.ts';

export type Field = Condition['field'];
export type Kind = 'choice' | 'words' | 'attribute' | 'number' | 'flag' | 'weekday' | 'time';

/** What can be asked, in the order and under the headings of the menu. */
export const FIELD_GROUPS = [
  {
    group: 'conversation',
    fields: [
      ...(['channel', 'inbox', 'brand', 'language', 'status', 'priority', 'assignee', 'team', 'queue'] as const),
      ...(['difficulty', 'tag', 'due', 'mood', 'bot', 'messages', 'waiting_minutes', 'survey_score', 'conversation_field'] as const),
    ],
  },
  { group: 'text', fields: ['text', 'subject', 'page'] },
  {
    group: 'customer',
    fields: ['vip', 'first_time', 'customer_tag', 'segment', 'customer_attribute', 'organization', 'organization_attribute'],
  },
  { group: 'time', fields: ['in_hours', 'holiday', 'weekday', 'time'] },
] as const satisfies readonly { group: string; fields: readonly Field[] }[];

const KINDS: Partial<Record<Field, Kind>> = {
  subject: 'words',
  text: 'words',
  page: 'words',
  customer_attribute: 'attribute',
  organization_attribute: 'attribute',
  conversation_field: 'attribute',
  messages: 'number',
  waiting_minutes: 'number',
  survey_score: 'number',
  vip: 'flag',
  first_time: 'flag',
  in_hours: 'flag',
  holiday: 'flag',
  bot: 'flag',
  weekday: 'weekday',
  time: 'time',
};
export const kindOf = (field: Field): Kind => KINDS[field] ?? 'choice';

/** A condition about a field, with nothing said yet. */
export function newCondition(field: Field): Condition {
  const made: Record<Kind, object> = {
    choice: { of: [] },
    words: { of: [] },
    attribute: { name: '', of: [] },
    number: { from: null, to: null },
    flag: {},
    weekday: { of: [] },
    time: { from: '09:00', to: '18:00' },
  };
  return { field, is: true, ...made[kindOf(field)] } as Condition;
}

/** The same question about another field, as far as it can be the same. */
export const withField = (condition: Condition, field: Field): Condition =>
  condition.field === field ? condition : { ...newCondition(field), is: condition.is };
