import type { Notification } from '@madoguchi/contract/notifications.ts';
import type { Words } from '../app/locale.tsx';

/** What happened, in a line. */
export function toldWords(t: Words, { kind, count, actorName }: Pick<Notification, 'kind' | 'count' | 'actorName'>): string {
  const name = actorName ?? t('told.somebody');
  if (kind === 'customer_wrote') return count > 1 ? t('told.customer_wrote_many', { count }) : t('told.customer_wrote');
  if (kind === 'assigned') return actorName ? t('told.assigned_by', { name }) : t('told.assigned');
  return t(`told.${kind}`, { name });
}
