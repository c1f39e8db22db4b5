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
