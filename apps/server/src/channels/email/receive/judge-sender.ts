// Whether a mail's sender is who it says: the part that goes over the whole mail, done in a thread (see verify-sender.ts).
import { authenticate } from 'mailauth';
import type { Ask } from '../../inbound/apart/apart.types.ts';
import type { MailVerdict } from '../authentication.rules.ts';

/** Who brought a mail to our door, and in whose name: what SPF (RFC 7208) judges by. `sender` is empty for a bounce. */
export type MailOrigin = { ip: string; helo: string; sender: string };
/** A name to be looked up in DNS. */
export type DnsQuestion = { name: string; type: string };

/** By DKIM (RFC 6376), SPF where the origin is known, and the sender's policy (RFC 7489). What DNS says is asked for with `ask`. */
export async function judgeSender(raw: Buffer, origin: MailOrigin | null, ask: Ask): Promise<MailVerdict> {
  const resolver = (name: string, type: string) => ask({ name, type } satisfies DnsQuestion);
  const options = { resolver, ...origin, disableArc: true, disableBimi: true, mta: 'madoguchi' };
  const { spf, dkim, dmarc } = await authenticate(raw, options as Parameters<typeof authenticate>[1]);
  const results = (dkim?.results ?? []).map(({ status }) => status?.result ?? 'none');
  const policy = (dmarc ? dmarc.status?.result : null) || 'none';
  return {
    spf: (origin && spf ? spf.status?.result : null) || 'none',
    dkim: results.includes('pass') ? 'pass' : (results[0] ?? 'none'),
    dmarc: origin || policy === 'pass' ? policy : 'none',
  };
}
