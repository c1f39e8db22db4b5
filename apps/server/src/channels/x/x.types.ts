// What X's Account Activity API posts to us. Everything may be missing: https://docs.x.com/x-api/account-activity/introduction

type Media = { media_url_https?: string; url?: string; type?: string };

export type DirectMessage = {
  type?: string;
  id?: string;
  created_timestamp?: string;
  message_create?: {
    sender_id?: string;
    message_data?: { text?: string; attachment?: { type?: string; media?: Media } };
  };
};

export type Post = {
  id_str?: string;
  text?: string;
  extended_tweet?: { full_text?: string; extended_entities?: { media?: readonly Media[] } };
  extended_entities?: { media?: readonly Media[] };
  user?: { id_str?: string; name?: string; screen_name?: string };
  in_reply_to_status_id_str?: string | null;
  retweeted_status?: object;
  lang?: string;
  timestamp_ms?: string;
};

export type Webhook = {
  for_user_id?: string;
  users?: Readonly<Record<string, { name?: string; screen_name?: string }>>;
  direct_message_events?: readonly DirectMessage[];
  direct_message_mark_read_events?: readonly { sender_id?: string; created_timestamp?: string }[];
  tweet_create_events?: readonly Post[];
  tweet_delete_events?: readonly { status?: { id?: string; user_id?: string } }[];
  block_events?: readonly { type?: string; source?: { id?: string }; created_timestamp?: string }[];
};

/** Kept with the line of somebody's public posts: the one an answer hangs on. */
export type XState = { postId: string };

/** A person is on two lines: what they say to us alone, and what they say in public. */
export const dmLine = (personId: string): string => `dm:${personId}`;
export const postLine = (personId: string): string => `post:${personId}`;
