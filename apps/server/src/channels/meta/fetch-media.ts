import type { Call } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

/** Where Meta keeps what people send. The access token goes nowhere else. */
const MEDIA_HOSTS = /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|cdninstagram\.com|whatsapp\.net)$/;

/** Whether an address is one where Meta keeps files. */
export function isMediaAddress(address: unknown): boolean {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  return url?.protocol === 'https:' && MEDIA_HOSTS.test(url.hostname);
}

/** Bytes of a file that Meta named. @throws ChannelError */
export async function fetchMedia(call: Call, address: string, headers: Record<string, string> = {}): Promise<{ bytes: Buffer }> {
  if (!isMediaAddress(address)) throw new ChannelError('rejected', { detail: 'not an address of Meta' });
  const { status, headers: answered, body } = await call.ask(address, { headers });
  if (status !== 200) throw errorOfAnswer(status, answered, new URL(address).hostname);
  return { bytes: body };
}
