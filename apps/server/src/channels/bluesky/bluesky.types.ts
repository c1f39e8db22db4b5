// What the AT protocol says of posts. Everything may be missing: https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications

/** A post at a state of its words: what a reply points to. */
export type PostRef = { uri: string; cid: string };

export type PostRecord = {
  text?: string;
  createdAt?: string;
  langs?: readonly string[];
  reply?: { root?: Partial<PostRef>; parent?: Partial<PostRef> };
  embed?: { images?: readonly { alt?: string; image?: { ref?: { $link?: string }; mimeType?: string } }[]; media?: PostRecord['embed'] };
};

export type Author = { did?: string; handle?: string; displayName?: string };

export type Notification = {
  uri?: string;
  cid?: string;
  author?: Author;
  reason?: string;
  record?: PostRecord;
  indexedAt?: string;
};

export type PostView = { uri?: string; cid?: string; author?: Author; record?: PostRecord };

/** What is kept of one mention: the notification, and the post it answers, where that could be read. */
export type Mention = { notification: Notification; parent: PostView | null; ownDid: string };

/** Kept with the line: the post an answer hangs on, and the thread it belongs to. */
export type BlueskyState = { parent: PostRef; root: PostRef };
