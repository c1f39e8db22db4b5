import type { Address } from '../safe-fetch/safe-fetch.types.ts';

/** How the line to the server is protected. `required`: STARTTLS or nothing is sent; certificates are always verified. */
export type SmtpTls = 'implicit' | 'required' | 'if_offered' | 'none';

/** A mail server to hand mail to. `from`: an address, with a name or without: `Shop <help@shop.example>`. */
export type SmtpSettings = Readonly<{
  host: string;
  port: number;
  tls: SmtpTls;
  from: string;
  /** Where the host stands, if that was looked up and checked before: the connection goes there, the certificate must still be the host's. */
  addresses?: readonly Address[];
  login?: string;
  password?: string;
  /** OAuth 2.0 (XOAUTH2) in place of a password. */
  accessToken?: string;
}>;

export type OutgoingMail = Readonly<{
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Readonly<Record<string, string>>;
  /** `<unique@domain>`; made from the key when absent, so that a mail sent twice is the same mail to whoever receives it. */
  messageId?: string;
  idempotencyKey: string;
}>;

export type SentMail = Readonly<{ messageId: string; response: string }>;
