import type { RuleBody } from '@madoguchi/contract/automation.ts';
import type { AdminKey, AdminWords } from '../../admin/admin-words.ts';

type Example = { key: string; name: AdminKey; text: AdminKey; rule: (t: AdminWords) => Omit<RuleBody, 'name' | 'enabled' | 'stopAfter'> };

const TWO_HOURS = 120;
const A_DAY = 1440;

/** Rules to begin from: each can be saved as it is. */
export const examples: readonly Example[] = [
  {
    key: 'vip',
    name: 'automation.example.vip',
    text: 'automation.example.vip_text',
    rule: () => ({
      when: { kind: 'event', event: 'opened' },
      conditions: [{ any: [{ field: 'vip', is: true }] }],
      actions: [{ do: 'set_priority', priority: 'high' }],
    }),
  },
  {
    key: 'resolve',
    name: 'automation.example.resolve',
    text: 'automation.example.resolve_text',
    rule: () => ({
      when: { kind: 'timer', since: 'waiting_for_customer', minutes: A_DAY, time: 'calendar' },
      conditions: [],
      actions: [{ do: 'set_status', status: 'resolved' }],
    }),
  },
  {
    key: 'hours',
    name: 'automation.example.hours',
    text: 'automation.example.hours_text',
    rule: (t) => ({
      when: { kind: 'event', event: 'opened' },
      conditions: [{ any: [{ field: 'in_hours', is: false }] }],
      actions: [{ do: 'add_tags', tags: [t('automation.example.hours_tag')] }],
    }),
  },
  {
    key: 'waiting',
    name: 'automation.example.waiting',
    text: 'automation.example.waiting_text',
    rule: (t) => ({
      when: { kind: 'timer', since: 'waiting_for_us', minutes: TWO_HOURS, time: 'business' },
      conditions: [],
      actions: [
        { do: 'set_priority', priority: 'urgent' },
        { do: 'note', text: t('automation.example.waiting_note') },
      ],
    }),
  },
  {
    key: 'return',
    name: 'automation.example.return',
    text: 'automation.example.return_text',
    rule: (t) => ({
      when: { kind: 'event', event: 'customer_message' },
      conditions: [{ any: [{ field: 'text', is: true, of: t('automation.example.return_words').split(',') }] }],
      actions: [{ do: 'add_tags', tags: [t('automation.example.return_tag')] }],
    }),
  },
  {
    key: 'score',
    name: 'automation.example.score',
    text: 'automation.example.score_text',
    rule: () => ({
      when: { kind: 'event', event: 'survey_answered' },
      conditions: [{ any: [{ field: 'survey_score', is: true, from: null, to: 2 }] }],
      actions: [
        { do: 'set_status', status: 'open' },
        { do: 'set_priority', priority: 'high' },
      ],
    }),
  },
];

/** What a new rule begins with, by the last part of its address: `new` or `new-vip`; null for any other address. */
export function beginningAt(rest: string, blank: RuleBody, t: AdminWords): RuleBody | null {
  if (rest === 'new') return blank;
  const example = examples.find(({ key }) => rest === `new-${key}`);
  return example ? { ...blank, name: t(example.name), ...example.rule(t) } : null;
}
