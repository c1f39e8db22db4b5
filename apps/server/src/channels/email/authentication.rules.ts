// Pure: what the receiving server found out about a mail's sender (RFC 8601, Authentication-Results).

export type MailVerdict = { spf: string; dkim: string; dmarc: string };

const RESULT = /\b(spf|dkim|dmarc)\s*=\s*([a-z]+)/gi;

/**
 * The verdicts of the topmost header, which is the one that the server nearest to us put there; those below may be the sender's own words.
 * Null when there is none.
 */
export function mailVerdict(headers: readonly string[]): MailVerdict | null {
  const [top] = headers;
  if (!top) return null;
  const verdict: MailVerdict = { spf: 'none', dkim: 'none', dmarc: 'none' };
  for (const [, method = '', result = ''] of top.matchAll(RESULT)) {
    const name = method.toLowerCase() as keyof MailVerdict;
    // Several DKIM signatures: one that passes is enough.
    if (verdict[name] !== 'pass') verdict[name] = result.toLowerCase();
  }
  return verdict;
}
