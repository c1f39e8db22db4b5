// Pure: what is kept with a mail of the envelope it came in (RFC 5321), where this server took it from the wire itself.
import type { RawPayload } from '../port/port.types.ts';

/** Headers of a payload: who sent it, empty for a bounce; and which of our addresses it was for, with commas between. */
export const ENVELOPE_FROM = 'envelope-from';
export const ENVELOPE_TO = 'envelope-to';
/** The sender's server brought it to us: what stands in the mail of its having been checked was written by somebody else. */
export const DIRECT = 'direct';

/** The mail as the last server on its way leaves it: with the envelope's sender above it (RFC 5321, 4.4). */
export function delivered({ headers, body }: RawPayload): Buffer {
  const sender = headers[ENVELOPE_FROM];
  return sender === undefined ? body : Buffer.concat([Buffer.from(`Return-Path: <${sender.replace(/[\r\n<>]/g, '')}>\r\n`), body]);
}

/** The addresses on the envelope, in lower case; none where it is not known. */
export const envelopeTo = ({ headers }: Pick<RawPayload, 'headers'>): string[] =>
  (headers[ENVELOPE_TO] ?? '').toLowerCase().split(',').filter(Boolean);
