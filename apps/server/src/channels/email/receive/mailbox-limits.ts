/** Milliseconds. */
export type MailboxLimits = Readonly<{
  /** To be connected, and to be greeted. */
  connectMs: number;
  /** A line on which nothing has come for so long is asked whether it lives, and given up when nothing comes for as long again. */
  silentMs: number;
  /** Listening begins anew after this long: servers end what is older than half an hour (RFC 2177). */
  idleMs: number;
  /** Other folders than the one that is listened to are looked at this often; the first one too, in case its server says nothing. */
  lookMs: number;
  /** Mails asked for at once. */
  atOnce: number;
}>;

export const MAILBOX_LIMITS: MailboxLimits = { connectMs: 15_000, silentMs: 75_000, idleMs: 4 * 60_000, lookMs: 60_000, atOnce: 50 };
