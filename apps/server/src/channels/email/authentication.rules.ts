// Pure: what the receiving server found out about a mail's sender (RFC 8601, Authentication-Results).

export type MailVerdict = { spf: string; dkim: string; dmarc: string };

/** Of a mail that could not be judged now (RFC 8601, 2.7). */
export const UNJUDGED: MailVerdict = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };

/**
 * Whether a mail's sender may be taken for who it says. Most senders have no policy, and an answer goes to the address itself; a policy that says
 * no, or could not be asked for, makes the address a mere claim: else whoever keeps DNS from answering could be anybody.
 */
export const isBelieved = (verdict: MailVerdict | null): boolean => verdict?.dmarc !== 'fail' && verdict?.dmarc !== 'temperror';

const RESULT = /\b(spf|dkim|dmarc)\s*=\s*([a-z]+)/gi;

/**
 * The verdicts of the server that is trusted by name; where none is named, of the topmost header, which the server nearest to us put there.
 * All others may be the sender's own words. Null when there is none.
 */
export function mailVerdict(headers: readonly string[], trustedServer = ''): MailVerdict | null {
  const trusted = trustedServer.trim().toLowerCase();
  const top = trusted === '' ? headers[0] : headers.find((header) => serverOf(header) === trusted);
  if (!top) return null;
  const verdict: MailVerdict = { spf: 'none', dkim: 'none', dmarc: 'none' };
  for (const [, method = '', result = ''] of top.matchAll(RESULT)) {
    const name = method.toLowerCase() as keyof MailVerdict;
    // Several DKIM signatures: one that passes is enough.
    if (verdict[name] !== 'pass') verdict[name] = result.toLowerCase();
  }
  return verdict;
}

/** The name a server signs its results with (authserv-id). */
const serverOf = (header: string): string => /^\s*([^\s;]+)/.exec(header)?.[1]?.toLowerCase() ?? '';
