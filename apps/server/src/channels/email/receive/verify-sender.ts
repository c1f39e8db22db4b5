import { Resolver } from 'node:dns/promises';
import type { MailVerdict } from '../authentication.rules.ts';

export type Lookup = (name: string, type: string) => Promise<unknown>;

/** Who brought a mail to our door, and in whose name: what SPF (RFC 7208) judges by. `sender` is empty for a bounce. */
export type MailOrigin = { ip: string; helo: string; sender: string };

const TIME_LIMIT_MS = 3000;
/** DNS that did not answer is left alone for so long: no mail is to wait for it twice. */
const REST_MS = 10 * 60_000;
const KEPT_MS = 3_600_000;
const MOST_KEPT = 2000;

/**
 * Whether a mail's sender is who it says, by its DKIM signature (RFC 6376) and the sender's policy (RFC 7489): for mailboxes whose server does not
 * say. From where it was sent cannot be known there, so it can be confirmed and never refuted. With its origin, which whoever took it from the
 * wire knows, it is judged by SPF, too, and refuted where the policy says so. Null when nothing can be looked up in time.
 */
export function makeVerifier(lookup: Lookup = systemLookup(), now: () => number = Date.now) {
  const known = new Map<string, { at: number; answer: Promise<unknown> }>();
  let restsUntil = 0;
  const resolver = (name: string, type: string) => {
    const key = `${type} ${name.toLowerCase()}`;
    const kept = known.get(key);
    if (kept && now() - kept.at < KEPT_MS) return kept.answer;
    if (known.size >= MOST_KEPT) known.clear();
    const answer = lookup(name, type);
    known.set(key, { at: now(), answer });
    answer.catch((error: NodeJS.ErrnoException) => {
      if (!isAnswer(error)) known.delete(key);
    });
    return answer;
  };
  return async (raw: Buffer, origin: MailOrigin | null = null): Promise<MailVerdict | null> => {
    if (now() < restsUntil) return null;
    // A third of a second to load, more on a busy machine: only where a sender is to be checked, and not within the time that DNS is given.
    await import('mailauth');
    try {
      return await inTime(verdictOf(raw, resolver, origin));
    } catch {
      restsUntil = now() + REST_MS;
      return null;
    }
  };
}

/** That there is no such record is an answer, too. */
const isAnswer = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOTFOUND' || code === 'ENODATA';

async function verdictOf(raw: Buffer, lookup: Lookup, origin: MailOrigin | null): Promise<MailVerdict> {
  let unanswered: unknown;
  const resolver = async (name: string, type: string) => {
    try {
      return await lookup(name, type);
    } catch (error) {
      if (!isAnswer(error as NodeJS.ErrnoException)) unanswered = error;
      throw error;
    }
  };
  const { authenticate } = await import('mailauth');
  const options = { resolver, ...origin, disableArc: true, disableBimi: true, mta: 'madoguchi' };
  const { spf, dkim, dmarc } = await authenticate(raw, options as Parameters<typeof authenticate>[1]);
  if (unanswered) throw unanswered;
  const results = (dkim?.results ?? []).map(({ status }) => status?.result ?? 'none');
  const policy = (dmarc ? dmarc.status?.result : null) || 'none';
  return {
    spf: (origin && spf ? spf.status?.result : null) || 'none',
    dkim: results.includes('pass') ? 'pass' : (results[0] ?? 'none'),
    dmarc: origin || policy === 'pass' ? policy : 'none',
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('DNS did not answer in time')), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function systemLookup(): Lookup {
  const dns = new Resolver({ timeout: 1000, tries: 2 });
  return (name, type) => dns.resolve(name, type);
}
