// Pure: what an action changed of a conversation, and what of that is still to be taken back.
import type { ConversationRow } from '../conversations.types.ts';

/** Columns that mean something only together: as long as one of them was changed since, none of them goes back. */
const GROUPS = {
  turn: ['status', 'handled_by', 'waiting_since', 'handed_off_at', 'resolved_at', 'agent_acted_at', 'snoozed_at', 'snoozed_until'],
  assignee: ['assignee_agent_id', 'assignee_team_id', 'agent_name'],
  activity: ['last_activity_at', 'preview', 'preview_author'],
  line: ['thread_id', 'channel'],
  tags: ['tags'],
  subject: ['subject'],
  priority: ['priority'],
  fields: ['fields'],
  spam: ['spam_by', 'spam_at', 'spam_because', 'not_spam_at'],
} as const satisfies Record<string, readonly (keyof ConversationRow)[]>;

export type Group = keyof typeof GROUPS;
type Column = (typeof GROUPS)[Group][number];
/** Columns of a conversation as they are kept in JSON: times as ISO 8601. */
export type Image = Partial<Record<Column, unknown>>;

const DATES = new Set<Column>([
  'waiting_since',
  'handed_off_at',
  'resolved_at',
  'agent_acted_at',
  'snoozed_at',
  'snoozed_until',
  'last_activity_at',
  'spam_at',
  'not_spam_at',
]);

const json = (value: unknown): string => JSON.stringify(value ?? null);

/** The columns of some groups as they are now. */
export const imageOf = (row: ConversationRow, groups: readonly Group[]): Image =>
  Object.fromEntries(groups.flatMap((group) => GROUPS[group].map((column) => [column, JSON.parse(json(row[column]))])));

export const sameIn = (group: Group, a: Image, b: Image): boolean => GROUPS[group].every((column) => json(a[column]) === json(b[column]));

/** The groups that an action changed. */
export const changedBy = (before: Image, after: Image): Group[] =>
  (Object.keys(GROUPS) as Group[]).filter((group) => GROUPS[group][0] in before && !sameIn(group, before, after));

/** The columns that bring a row back to an image, of these groups. */
export function columnsOf(image: Image, groups: readonly Group[]): Partial<ConversationRow> {
  const columns = groups.flatMap((group) => GROUPS[group] as readonly Column[]).filter((column) => column in image);
  return Object.fromEntries(
    columns.map((column) => {
      const value = image[column] ?? null;
      if (DATES.has(column)) return [column, value === null ? null : new Date(String(value))];
      return [column, column === 'spam_because' && value !== null ? JSON.stringify(value) : value];
    }),
  );
}
