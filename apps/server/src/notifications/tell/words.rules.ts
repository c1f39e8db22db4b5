// Pure: what is said of a notification where the desk is not open.
import type { NotificationKind, NotificationPolicy } from '@madoguchi/contract/notifications.ts';
import type { Say } from '../../platform/words.ts';

export type Told = {
  kind: NotificationKind;
  count: number;
  actorName: string | null;
  subject: string;
  number: number;
  customerName: string;
  excerpt: string;
};

/** One sentence of what happened. */
export function titleOf(say: Say, { kind, count, actorName }: Pick<Told, 'kind' | 'count' | 'actorName'>): string {
  const name = actorName ?? say('notify.somebody');
  if (kind === 'customer_wrote') return count > 1 ? say('notify.customer_wrote_many', { count }) : say('notify.customer_wrote');
  if (kind === 'mentioned' || kind === 'whispered' || kind === 'taken_over') return say(`notify.${kind}`, { name });
  if (kind === 'assigned') return actorName ? say('notify.assigned_by', { name }) : say('notify.assigned');
  return say(`notify.${kind}`);
}

const LONGEST = 120;

/** Whose matter it is, and what was written, as far as the company lets it out. */
export function aboutOf(say: Say, told: Told, shows: NotificationPolicy['shows']): string {
  if (shows === 'nothing') return say('notify.number', { number: told.number });
  const subject = told.subject || say('notify.untitled');
  const names = told.customerName ? say('notify.names', { subject, customer: told.customerName }) : subject;
  const words = shows === 'words' ? [...told.excerpt.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('') : '';
  return words === '' ? names : `${names}\n${words}`;
}
