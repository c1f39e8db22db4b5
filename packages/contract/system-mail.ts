import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/**
 * Why a mail was not taken. `sender`: the server does not let this installation send from its address; `address`: nobody there gets mail;
 * `refused`: the server said no to this mail.
 */
export const mailFailure = z.enum(['not_set_up', 'unreachable', 'time_limit', 'tls', 'sign_in', 'sender', 'address', 'refused']);
export type MailFailure = z.infer<typeof mailFailure>;

export const getSystemMail = endpoint('GET', '/api/system-mail', {
  summary: 'Whether this installation can send mail (codes, reminders), and whom it comes from',
  response: z.object({
    available: z.boolean(),
    from: z.string().nullable(),
    /** Mails of this workspace that wait after a refusal, and the last reason. */
    stuck: z.object({ count: z.number().int(), failure: mailFailure }).nullable(),
  }),
});

/** Sent at once, not queued. 422 mail.no_address for a caller without one, such as an API key. */
export const testSystemMail = endpoint('POST', '/api/system-mail/test', {
  summary: 'Send a test mail to whoever asks',
  response: z.object({ ok: z.boolean(), to: z.string(), failure: mailFailure.nullable(), detail: z.string().nullable() }),
});
