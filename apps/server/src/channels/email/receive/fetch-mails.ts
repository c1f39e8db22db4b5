import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { MAX_MAIL_BYTES } from '../parse/limits.ts';
import { handIn, type Place } from './hand-in.ts';
import { leftOutOf } from './left-out.rules.ts';

/** Of a mail that is too large so much is read in: its head, and what its sender wrote above the files. */
const BEGINNING = 256 * 1024;

/**
 * Fetches mails of the open folder one after the other and hands each in, durable before the next. One that is larger than can be parsed
 * stays where it is: its beginning is handed in, with the names of what it carries. At no time more than one mail is held.
 * @returns the uids of our own proofs
 */
export async function fetchMails(
  client: ImapFlow,
  hear: Hear,
  place: Place,
  uids: readonly number[],
  call: Pick<Call, 'settings' | 'judgeSender'>,
): Promise<number[]> {
  const large = new Map<number, number>();
  for await (const { uid, size = 0 } of client.fetch([...uids], { uid: true, size: true }, { uid: true }))
    if (size > MAX_MAIL_BYTES) large.set(uid, size);
  const proofs: number[] = [];
  const take = async (mail: FetchMessageObject, size: number | null) => {
    if (await handIn(hear, place, mail, call, size === null ? null : leftOutOf(size, mail.bodyStructure))) proofs.push(mail.uid);
  };
  for (const run of runsOf(uids, large)) {
    const size = large.get(run[0]!) ?? null;
    const source = size === null ? { maxLength: MAX_MAIL_BYTES } : { maxLength: BEGINNING };
    const wish = { uid: true, internalDate: true, envelope: true, source, ...(size === null ? {} : { bodyStructure: true }) };
    for await (const mail of client.fetch(run, wish, { uid: true })) await take(mail, size);
  }
  return proofs;
}

/** Whole mails in one go, each large one by itself, all in their order. */
function runsOf(uids: readonly number[], large: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = [];
  for (const uid of uids) {
    const last = runs.at(-1);
    if (last && !large.has(uid) && !large.has(last[0]!)) last.push(uid);
    else runs.push([uid]);
  }
  return runs;
}
