import type { Field } from '@madoguchi/contract/channels.ts';
import type { Channel } from '../../channel.ts';

// What Messenger and Instagram post to us. Everything may be missing: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events

export type Attachment = {
  type?: string;
  payload?: { url?: string; title?: string; coordinates?: { lat?: number; long?: number } };
};

export type Messaging = {
  sender?: { id?: string };
  timestamp?: number;
  message?: {
    mid?: string;
    text?: string;
    attachments?: readonly Attachment[];
    quick_reply?: { payload?: string };
    reply_to?: { mid?: string; story?: { url?: string } };
    is_echo?: boolean;
    is_deleted?: boolean;
    referral?: { ref?: string };
  };
  postback?: { mid?: string; title?: string; payload?: string; referral?: { ref?: string } };
  referral?: { ref?: string };
  read?: { watermark?: number; mid?: string };
  delivery?: { mids?: readonly string[] };
  reaction?: object;
};

export type Webhook = {
  object?: string;
  entry?: readonly { id?: string; messaging?: readonly Messaging[]; standby?: readonly Messaging[] }[];
};

export type FileKind = 'image' | 'video' | 'audio' | 'file';

/** What differs between the two. */
export type Platform = {
  name: 'messenger' | 'instagram';
  /** What their webhooks call themselves. */
  object: 'page' | 'instagram';
  /** The setting with the account's own id. */
  idField: 'pageId' | 'accountId';
  /** Fields that only one of them has. */
  moreFields: readonly Field[];
  fitsText: (text: string) => boolean;
  /** An address that opens the talk with us. */
  continueUrl?: NonNullable<Channel['continueUrl']>;
  textCharacters: number;
  /** What can be sent as a file, and up to which size in bytes; everything else goes out as a link. */
  fileKind: (type: string, sizeInBytes: number) => FileKind | null;
};
