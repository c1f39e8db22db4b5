import { Resolver } from 'node:dns/promises';
import type { ParsedApart } from '../../channel.ts';
import type { Ask } from '../../inbound/apart/apart.types.ts';
import type { ParseThreads } from '../../inbound/apart/parse-threads.ts';
import type { MailVerdict } from '../authentication.rules.ts';
import type { DnsQuestion, MailOrigin } from './judge-sender.ts';

export type Lookup = (name: string, type: string) => Promise<unknown>;

/** What goes over a whole mail, 25 MB of it, is done where mails are read; DNS is asked here, where what it said is remembered. */
const JUDGE: ParsedApart = { module: new URL('./judge-sender.ts', import.meta.url), as: 'judgeSender' };

const TIME_LIMIT_MS = 3000;
/** What DNS did not answer is not asked again for so long: no mail is to wait for it twice. */
const REST_MS = 10 * 60_000;
/** One sender's name servers may be down, or made to be: only so many mails in a row, with no answer to anything between, say that DNS is. */
const SILENT_FOR_ALL = 20;
const KEPT_MS = 3_600_000;
const MOST_KEPT = 2000;

/**
 * Whether a mail's sender is who it says, by its DKIM signature (RFC 6376) and the sender's policy (RFC 7489): for mailboxes whose server does not
 * say. From where it was sent cannot be known there, so it can be confirmed and never refuted. With its origin, which whoever took it from the
 * wire knows, it is judged by SPF, too, and refuted where the policy says so. Null when nothing can be looked up in time, or the mail is one
 * that cannot be judged within the limits of a thread. @throws when this process is ending, or no thread can be started
 */
export function makeVerifier(threads: Pick<ParseThreads, 'find'>, lookup: Lookup = systemLookup(), now: () => number = Date.now) {
  const known = new Map<string, { until: number; answer: Promise<unknown> }>();
  let restsUntil = 0;
  let silentInARow = 0;
  const remembered = (name: string, type: string) => {
    const key = `${type} ${name.toLowerCase()}`;
    const kept = known.get(key);
    if (kept && now() < kept.until) return kept.answer;
    if (known.size >= MOST_KEPT) known.clear();
    const asked = { until: now() + KEPT_MS, answer: Promise.race([lookup(name, type), lateAfter(TIME_LIMIT_MS)]) };
    known.set(key, asked);
    const heard = () => {
      silentInARow = 0;
    };
    asked.answer.then(heard, (error: NodeJS.ErrnoException) => {
      if (isAnswer(error)) heard();
      else asked.until = now() + REST_MS;
    });
    return asked.answer;
  };
  return async (raw: Buffer, origin: MailOrigin | null = null): Promise<MailVerdict | null> => {
    if (now() < restsUntil) return null;
    const dns = askedInTime(remembered);
    const judged = await threads.find(JUDGE, raw, origin, dns.ask);
    if (!judged) throw new Error('this process is ending');
    if (!dns.isSilent()) return judged.found as MailVerdict | null;
    silentInARow += 1;
    if (silentInARow >= SILENT_FOR_ALL) {
      silentInARow = 0;
      restsUntil = now() + REST_MS;
    }
    return null;
  };
}

/** That there is no such record is an answer, too. */
const isAnswer = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOTFOUND' || code === 'ENODATA';

/** DNS for one mail. Its time begins with the first question: until then the mail may have waited for a thread, which DNS cannot help. */
function askedInTime(lookup: Lookup): { ask: Ask; isSilent: () => boolean } {
  let isSilent = false;
  let late: Promise<never> | null = null;
  return {
    ask: async (question) => {
      const { name, type } = question as DnsQuestion;
      late ??= lateAfter(TIME_LIMIT_MS);
      try {
        return await Promise.race([lookup(name, type), late]);
      } catch (error) {
        if (!isAnswer(error as NodeJS.ErrnoException)) isSilent = true;
        throw error;
      }
    },
    isSilent: () => isSilent,
  };
}

function lateAfter(ms: number): Promise<never> {
  const late = Promise.withResolvers<never>();
  setTimeout(() => late.reject(Object.assign(new Error('DNS did not answer in time'), { code: 'ETIMEOUT' })), ms).unref();
  late.promise.catch(() => {});
  return late.promise;
}

function systemLookup(): Lookup {
  const dns = new Resolver({ timeout: 1000, tries: 2 });
  return (name, type) => dns.resolve(name, type);
}
