import { z } from 'zod';
import { personText } from './common.ts';

/** `is` false turns a condition round: none of the values, not these words, outside of these times. */
const is = z.boolean();

/**
 * Fields with one value of many (tags: several). Values are ids, or the names the contract gives them; `none` for assignee, team, queue,
 * organization, due and mood: there is none. `mood`: angry, displeased.
 */
export const choiceField = z.enum([
  'channel',
  'inbox',
  'brand',
  'language',
  'status',
  'priority',
  'assignee',
  'team',
  'queue',
  'difficulty',
  'tag',
  'customer_tag',
  'segment',
  'organization',
  'due',
  'mood',
]);
export type ChoiceField = z.infer<typeof choiceField>;

/** Texts, in which words are looked for: the customer's last message for `text`, the page's address for `page`. */
export const wordField = z.enum(['subject', 'text', 'page']);

/** Values under a name, as text. */
export const attributeField = z.enum(['customer_attribute', 'organization_attribute', 'conversation_field']);

/** `messages`: of customer and agents; `waiting_minutes`: how long the customer waits for us; `survey_score`: 1 to 5. */
export const numberField = z.enum(['messages', 'waiting_minutes', 'survey_score']);

/** `bot`: the bot has the conversation; `first_time`: it is the customer's first; `in_hours`: the desk is open; `holiday`: of Japan, or a day off of the company. */
export const flagField = z.enum(['vip', 'first_time', 'in_hours', 'holiday', 'bot']);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const condition = z.discriminatedUnion('field', [
  z.object({ field: choiceField, is, of: z.array(personText(100).min(1)).min(1).max(50) }),
  z.object({ field: wordField, is, of: z.array(personText(200).min(1)).min(1).max(30) }),
  /** Without values: that there is one. */
  z.object({ field: attributeField, is, name: personText(100).min(1), of: z.array(personText(500).min(1)).max(30) }),
  /** Both ends count; null: open at that end. */
  z.object({
    field: numberField,
    is,
    from: z.number().int().min(0).max(1_000_000).nullable(),
    to: z.number().int().min(0).max(1_000_000).nullable(),
  }),
  z.object({ field: flagField, is }),
  /** 0 is Monday. By the clock of the hours that apply to the conversation. */
  z.object({ field: z.literal('weekday'), is, of: z.array(z.number().int().min(0).max(6)).min(1).max(7) }),
  /** `to` is not part of it; not later than `from`: over midnight. */
  z.object({ field: z.literal('time'), is, from: clockTime, to: clockTime }),
]);
export type Condition = z.infer<typeof condition>;

/** One of a group is enough; of the groups, all must hold. No group: always. */
export const conditionGroup = z.object({ any: z.array(condition).min(1).max(20) });
export const conditions = z.array(conditionGroup).max(20);
export type Conditions = z.infer<typeof conditions>;
