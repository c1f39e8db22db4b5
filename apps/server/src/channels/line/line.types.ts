/** An inbox's settings, as the form of the desk gives them. */
export type LineSettings = {
  channelSecret: string;
  channelAccessToken: string;
  /** What the platform calls this account, learned by `check`: a webhook for another one is not ours. */
  botUserId?: string;
  /** @… : how people find the account; learned by `check`. */
  basicId?: string;
  /** The company's own sign-in page, to which somebody is sent who wants to connect their member's account. */
  loginUrl?: string;
  richMenuOpen?: string;
  richMenuClosed?: string;
};

/** What is kept with a line. Times in milliseconds since 1970. */
export type LineState = {
  /** Good for one free reply; `replyAt` is when the event that brought it happened. */
  replyToken?: string | null;
  replyAt?: number;
  /** The token last used: a token is good once. */
  usedToken?: string;
  /** The request under way, or the last one: what must be known to repeat it without saying anything twice. */
  sending?: Sending | null;
  /** Proves that a message was read by us, where the account marks by hand. */
  readToken?: string;
};

export type Sending = {
  messageIds: string[];
  /** Which part of a message that takes several requests; 0 for all others. */
  part: number;
  /** Set when it went by a reply. */
  replyToken: string | null;
  replyAt: number;
  /** X-Line-Retry-Key of a push. */
  key: string;
};
