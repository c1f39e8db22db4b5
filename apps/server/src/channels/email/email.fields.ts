import type { Field } from '@madoguchi/contract/channels.ts';

const byPassword = { field: 'signIn', is: ['password'] };
const byImap = { field: 'receiving', is: ['imap'] };
const byOAuth = { field: 'signIn', is: ['google', 'microsoft'] };

/**
 * A mailbox read by IMAP, or an address whose mail is brought to this server, or one that is only written from; answered by SMTP. Google and Microsoft 365 sign in by OAuth (XOAUTH2); everybody else by
 * password.
 */
export const emailFields: readonly Field[] = [
  { name: 'address', kind: 'email', required: true },
  { name: 'receiving', kind: 'choice', required: true, choices: ['imap', 'receiver', 'none'], default: 'imap' },
  { name: 'fromName', kind: 'text', required: false },
  { name: 'signIn', kind: 'choice', required: true, choices: ['password', 'google', 'microsoft'], default: 'password' },
  { name: 'login', kind: 'text', required: false, when: byPassword },
  { name: 'password', kind: 'secret', required: true, when: byPassword },
  { name: 'imapHost', kind: 'host', required: true, when: byPassword, alsoWhen: byImap },
  { name: 'smtpHost', kind: 'host', required: true, when: byPassword },
  { name: 'clientId', kind: 'text', required: true, when: byOAuth },
  { name: 'clientSecret', kind: 'secret', required: true, when: byOAuth },
  { name: 'refreshToken', kind: 'secret', required: true, when: byOAuth },
  { name: 'tenant', kind: 'text', required: false, default: 'common', when: { field: 'signIn', is: ['microsoft'] } },
  { name: 'acknowledge', kind: 'boolean', required: false, default: true },
  { name: 'acknowledgement', kind: 'long_text', required: false, when: { field: 'acknowledge', is: [true] } },
  { name: 'signature', kind: 'long_text', required: false },
  {
    name: 'imapPort',
    kind: 'number',
    required: false,
    default: 993,
    min: 1,
    max: 65_535,
    advanced: true,
    when: byPassword,
    alsoWhen: byImap,
  },
  {
    name: 'imapTls',
    kind: 'choice',
    required: false,
    choices: ['implicit', 'required', 'none'],
    default: 'implicit',
    advanced: true,
    when: byPassword,
    alsoWhen: byImap,
  },
  { name: 'smtpPort', kind: 'number', required: false, default: 465, min: 1, max: 65_535, advanced: true, when: byPassword },
  {
    name: 'smtpTls',
    kind: 'choice',
    required: false,
    choices: ['implicit', 'required', 'none'],
    default: 'implicit',
    advanced: true,
    when: byPassword,
  },
  { name: 'folders', kind: 'folders', required: false, default: 'INBOX', advanced: true, when: byImap },
  { name: 'backfillDays', kind: 'number', required: false, default: 0, min: 0, max: 3650, advanced: true, when: byImap },
  { name: 'charset', kind: 'choice', required: false, choices: ['utf-8', 'iso-2022-jp'], default: 'utf-8', advanced: true },
  { name: 'plusAddresses', kind: 'boolean', required: false, default: false, advanced: true },
  { name: 'trustedServer', kind: 'text', required: false, advanced: true },
];
