import type { Platform } from '../../../platform/ctx.ts';
import { isPublicAddress } from '../../../platform/safe-fetch/addresses.rules.ts';
import { type MailVerdict, UNJUDGED } from '../authentication.rules.ts';
import type { MailOrigin } from '../receive/judge-sender.ts';
import { keepMail } from './keep-mail.commands.ts';
import type { Recipient } from './recipients.queries.ts';

export type Judge = (raw: Buffer, origin: MailOrigin | null) => Promise<MailVerdict | null>;

type Deps = {
  platform: Platform;
  judge: Judge;
  /** Whether a client is a mail server of the installation's own, which took the mail from elsewhere. Default: a private address. */
  isRelay?: (ip: string) => boolean;
};

/**
 * Takes a mail in: judges its sender, within seconds, and keeps it. A relay of our own hides where a mail came from: then only its
 * signature can be judged, and what the relay wrote into it. A mail whose sender's server brought it and that cannot be judged now is kept as
 * that: nobody else judged it. @throws when it was not kept
 */
export async function takeMail(
  { platform, judge, isRelay = (ip) => !isPublicAddress(ip) }: Deps,
  mail: { raw: Buffer; origin: MailOrigin; recipients: readonly Recipient[] },
): Promise<void> {
  const isDirect = !isRelay(mail.origin.ip);
  const verdict = (await judge(mail.raw, isDirect ? mail.origin : null)) ?? (isDirect ? UNJUDGED : null);
  await keepMail(platform, { ...mail, verdict, isDirect });
}
