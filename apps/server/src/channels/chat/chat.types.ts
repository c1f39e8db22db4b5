/** What a visitor's browser holds: which customer and thread it is, on which inbox. Signed, so nobody can claim another's. */
export type VisitorToken = {
  workspaceId: string;
  inboxId: string;
  customerId: string;
  threadId: string;
  name: string;
  identified: boolean;
};

export type VisitorTokens = {
  issue: (token: VisitorToken, now: Date) => string;
  /** Null for a token that is forged, over a year old, or of another inbox. */
  read: (word: string, inboxId: string, now: Date) => VisitorToken | null;
};
