// Pure: what is wrong with a certificate, as an administrator can act on it.
import type { ChannelFailure } from '@madoguchi/contract/channels.ts';

/** By OpenSSL's code or words, which libraries hand on. Null for an error that is about something else. */
export function certificateFailure(said: string): ChannelFailure | null {
  if (/CERT_HAS_EXPIRED|certificate has expired/i.test(said)) return 'certificate_expired';
  if (/ALTNAME_INVALID|does not match certificate/i.test(said)) return 'certificate_other_host';
  if (/self[-_ ]?signed|UNABLE_TO_|unable to (verify|get)|untrusted/i.test(said)) return 'certificate_untrusted';
  return /certificate|CERT_|\bTLS\b|\bSSL\b|STARTTLS|EPROTO|wrong version number/i.test(said) ? 'certificate_invalid' : null;
}
