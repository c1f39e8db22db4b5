import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Settings by name, never by value. */
export const inboxSettingsChanged = fact('inbox.settings_changed', 1)<{ inboxId: string; changed: string[] }>();
export const inboxFailing = fact('inbox.failing', 1)<{ inboxId: string; failure: ChannelFailure }>();
export const inboxRecovered = fact('inbox.recovered', 1)<{ inboxId: string }>();
/** Something came in that nobody could read: it is kept. */
export const payloadUnread = fact('payload.unread', 1)<{ inboxId: string; payloadId: string }>();
