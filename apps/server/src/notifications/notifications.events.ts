import type { NotificationKind, NotificationPolicy } from '@madoguchi/contract/notifications.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. The first two are for the agent they name alone. `silent`: they want no word of it now. */
export const notificationRaised = fact('notification.raised', 1)<{
  notificationId: string;
  agentId: string;
  kind: NotificationKind;
  /** The name of the colleague who did it; null for a customer and for the product itself. */
  by: string | null;
  inDesk: boolean;
  silent: boolean;
}>();
export const notificationsRead = fact('notification.read', 1)<{ agentId: string; count: number }>();
export const notificationPolicyChanged = fact('notification_policy.changed', 1)<{
  from: NotificationPolicy['shows'];
  to: NotificationPolicy['shows'];
}>();
