// What Mastodon says of posts. Everything may be missing: https://docs.joinmastodon.org/entities/Notification/

export type Account = { id?: string; acct?: string; display_name?: string; url?: string };

export type Status = {
  id?: string;
  url?: string;
  content?: string;
  spoiler_text?: string;
  visibility?: string;
  language?: string;
  created_at?: string;
  in_reply_to_id?: string | null;
  account?: Account;
  media_attachments?: readonly { type?: string; url?: string; description?: string }[];
};

export type Notification = { id?: string; type?: string; created_at?: string; account?: Account; status?: Status };

/** What is kept of one mention: the notification, and the post it answers, where that could be read. */
export type Mention = { notification: Notification; parent: Status | null };

export const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const;

/** Kept with the line: the post an answer hangs on, who is to be mentioned, and how far it may be seen. */
export type MastodonState = { statusId: string; acct: string; visibility: (typeof VISIBILITIES)[number] };
