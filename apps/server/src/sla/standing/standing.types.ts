/** A stretch of time in milliseconds since 1970; `to` of null: it goes on. */
export type Stretch = { from: number; to: number | null };

/** A customer's question after the first answer, until an agent answers it or resolves the matter without. */
export type Ask = { from: number; answered: number | null; released: number | null };

/**
 * How a conversation stands towards what was promised: all that its facts say, and nothing of policies, calendars or the present. Instants
 * in milliseconds since 1970, null for what did not happen.
 */
export type Standing = {
  opened: number | null;
  /** Since when people have it; the bot had it before. */
  handedOff: number | null;
  status: 'open' | 'waiting' | 'resolved' | 'closed';
  /** While it was our turn: nothing is owed while we wait for the customer, or after it was resolved. */
  ours: Stretch[];
  botAnswered: number | null;
  /** The first answer of a person. */
  answered: number | null;
  /** Resolved before any person answered: nobody is owed a first answer any more. */
  released: number | null;
  asks: Ask[];
  /** How many asks before the first one here are over. */
  asksBefore: number;
  /** Null again when it is reopened. */
  resolved: number | null;
};
