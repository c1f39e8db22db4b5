import type { FetchMessageObject } from 'imapflow';
import type { Hear, Settings } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { mailVerdict } from '../authentication.rules.ts';
import { PROOF } from '../email.parse.ts';
import type { LeftOut } from './left-out.rules.ts';

/** Where a mail lies. `isPast`: read in later, for a period that was asked for. */
export type Place = { folder: string; uidValidity: string; isPast?: boolean };

/**
 * Hands a mail in as it is. `leftOut`: of one that is too large, only the beginning is there, and what the rest would be.
 * @returns whether it was a proof of ours
 */
export async function handIn(
  hear: Hear,
  { folder, uidValidity, isPast }: Place,
  mail: FetchMessageObject,
  { settings, judgeSender }: Pick<Call, 'settings' | 'judgeSender'>,
  leftOut: LeftOut | null = null,
): Promise<boolean> {
  const { source, uid, internalDate, envelope } = mail;
  if (!source) return false;
  // By its own name where it has one: a folder that is numbered anew, or a mail in two folders, is the same mail.
  const size = leftOut?.size ?? source.length;
  const name = envelope?.messageId ? `id:${envelope.messageId}:${size}` : `uid:${folder}:${uidValidity}:${uid}`;
  // A signature is over the whole mail.
  const authentication = leftOut || isJudged(source, settings) ? null : await judgeSender(source);
  await hear.payload({
    externalId: name.slice(0, 500),
    headers: {
      folder,
      ...(internalDate ? { 'internal-date': new Date(internalDate).toISOString() } : {}),
      ...(authentication ? { authentication: JSON.stringify(authentication) } : {}),
      ...(isPast ? { backfill: 'yes' } : {}),
      ...(leftOut ? { 'left-out': JSON.stringify(leftOut) } : {}),
    },
    body: source,
  });
  const isOwn = envelope?.from?.[0]?.address?.toLowerCase() === String(settings.address).toLowerCase();
  return isOwn && new RegExp(`^x-madoguchi-loop:\\s*${PROOF}`, 'im').test(source.subarray(0, 20_000).toString('latin1'));
}

/** Whether the mailbox's own server has said already who sent it. */
function isJudged(source: Buffer, { trustedServer }: Settings): boolean {
  const head =
    source
      .subarray(0, 64_000)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const results = [...unfolded.matchAll(/^authentication-results:(.*)$/gim)].map(([, value = '']) => value);
  return mailVerdict(results, String(trustedServer ?? '')) !== null;
}
