import { z } from 'zod';
import { id, idParam, page, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * mentioned: named in a note, or a team of theirs · whispered: something was said to them alone · assigned: given a conversation · team_new: a team
 * of theirs was · taken_over: somebody took one of theirs · customer_wrote: in what they have or follow · reply_failed: a reply of theirs did not
 * arrive · offered: a conversation is put to them · promise: one is about to break, or broke · snoozed_back: what they snoozed or have is back ·
 * approval_wanted: somebody's reply waits for them · approval_decided: theirs was.
 */
export const notificationKind = z.enum([
  'mentioned',
  'whispered',
  'assigned',
  'taken_over',
  'customer_wrote',
  'reply_failed',
  'promise',
  'snoozed_back',
  'offered',
  'approval_wanted',
  'approval_decided',
  'team_new',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

export const notification = z.object({
  id: id('ntf'),
  kind: notificationKind,
  /** How often it happened in the conversation since it was read last. */
  count: z.number().int(),
  at: time,
  readAt: time.nullable(),
  /** Who did it last; null for the product itself. */
  actorName: z.string().nullable(),
  conversation: z.object({ id: id('cnv'), number: z.number().int(), subject: z.string(), channel: z.string(), customerName: z.string() }),
  /** The beginning of what was written, where something was. */
  excerpt: z.string(),
});
export type Notification = z.infer<typeof notification>;

/** Of those in the desk that are not read. `conversationIds`: where they happened, at most 200. */
export const unreadNotifications = z.object({ unread: z.number().int(), conversationIds: z.array(z.string()) });
export type UnreadNotifications = z.infer<typeof unreadNotifications>;

export const listNotifications = endpoint('GET', '/api/notifications', {
  summary: 'What the agent who asks was told, the newest first',
  query: z.object({
    only: z.enum(['unread']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(notification),
});
export const countNotifications = endpoint('GET', '/api/notifications/unread', {
  summary: 'How many notifications are not read, and of which conversations',
  response: unreadNotifications,
});
/** With neither ids nor a conversation: all of them. */
export const readNotifications = endpoint('POST', '/api/notifications/read', {
  summary: 'Mark notifications as read',
  body: z.object({ ids: z.array(id('ntf')).max(100).optional(), conversationId: id('cnv').optional() }),
  response: unreadNotifications,
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const ways = z.object({ desk: z.boolean(), push: z.boolean(), mail: z.boolean() });

export const notificationSettings = z.object({
  kinds: z.record(notificationKind, ways),
  /** at_once: within two minutes · hourly, daily (at that time): all together. Only what is not read by then. */
  mail: z.object({ how: z.enum(['at_once', 'hourly', 'daily']), at: clock }),
  /** Outside these days (0: Monday) and times nothing is pushed or mailed. `to` before `from`: past midnight. */
  hours: z.object({ on: z.boolean(), days: z.array(z.number().int().min(0).max(6)).max(7), from: clock, to: clock }),
  /** Null: the workspace's. */
  timezone: z
    .string()
    .max(60)
    .refine((zone) => {
      try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
      } catch {
        return false;
      }
    }, 'timezone.unknown')
    .nullable(),
});
export type NotificationSettings = z.infer<typeof notificationSettings>;

export const ownNotificationSettings = z.object({
  settings: notificationSettings,
  /** Nothing is pushed or mailed until then. */
  pausedUntil: time.nullable(),
  /** Whether it is quiet now, by the hours or the pause: until when. */
  quietUntil: time.nullable(),
  /** Whether the installation can send mail at all. */
  canMail: z.boolean(),
});
export type OwnNotificationSettings = z.infer<typeof ownNotificationSettings>;

export const getNotificationSettings = endpoint('GET', '/api/notification-settings', {
  summary: 'How the agent who asks wants to be told',
  response: ownNotificationSettings,
});
export const updateNotificationSettings = endpoint('PUT', '/api/notification-settings', {
  summary: 'Change how one is told',
  body: notificationSettings,
  response: ownNotificationSettings,
});
export const pauseNotifications = endpoint('PUT', '/api/notification-settings/pause', {
  summary: 'Push and mail nothing for some minutes; 0 ends that',
  body: z.object({ minutes: z.number().int().min(0).max(1440) }),
  response: ownNotificationSettings,
});

/** What mails and messages on phones say of a conversation. nothing: that there is something · names: subject and customer · words: also what was written. */
export const notificationPolicy = z.object({ shows: z.enum(['nothing', 'names', 'words']) });
export type NotificationPolicy = z.infer<typeof notificationPolicy>;

export const getNotificationPolicy = endpoint('GET', '/api/notification-policy', {
  summary: 'What notifications outside the desk say of customers',
  response: notificationPolicy,
});
export const updateNotificationPolicy = endpoint('PUT', '/api/notification-policy', {
  summary: 'Change what notifications outside the desk say of customers',
  body: notificationPolicy,
  response: notificationPolicy,
});

export const pushDevice = z.object({
  id: id('psh'),
  /** The browser's own words for itself. */
  userAgent: z.string(),
  createdAt: time,
  /** When something last reached its push service. */
  reachedAt: time.nullable(),
  /** The start of SHA-256 of its endpoint, base64url: how a device finds itself among them. */
  endpointHash: z.string(),
});
export type PushDevice = z.infer<typeof pushDevice>;

export const listPushDevices = endpoint('GET', '/api/push-devices', {
  summary: 'Devices on which the agent who asks is told, and the key that browsers are to subscribe with',
  response: z.object({ publicKey: z.string(), items: z.array(pushDevice) }),
});
export const addPushDevice = endpoint('POST', '/api/push-devices', {
  summary: 'Tell the agent on this device too; the same subscription again is the same device',
  body: z.object({
    endpoint: z.url({ protocol: /^https?$/ }).max(2000),
    keys: z.object({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(30) }),
  }),
  response: pushDevice,
  status: 201,
});
export const removePushDevice = endpoint('DELETE', '/api/push-devices/:id', {
  summary: 'Tell the agent on a device no more',
  params: idParam('psh'),
});
export const tryPushDevice = endpoint('POST', '/api/push-devices/:id/test', {
  summary: 'Send a device a message now',
  params: idParam('psh'),
  /** gone: the subscription is no more, and was removed. */
  response: z.object({ outcome: z.enum(['sent', 'gone', 'failed']) }),
});
