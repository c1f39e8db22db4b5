import type { Call } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

/** Where Meta keeps what people send. The access token goes nowhere else. */
const MEDIA_HOSTS = /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|cdninstagram\.com|whatsapp\.net)$/;

/** Bytes of a file that Meta named. @throws ChannelError */
export async function fetchMedia(call: Call, address: unknown, headers: Record<string, string> = {}): Promise<{ bytes: Buffer }> {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  if (url?.protocol !== 'https:' || !MEDIA_HOSTS.test(url.hostname))
    throw new ChannelError('rejected', { detail: `not an address of Meta: ${url?.hostname ?? ''}` });
  const { status, headers: answered, body } = await call.ask(url.href, { headers });
  if (status !== 200) throw errorOfAnswer(status, answered, url.hostname);
  return { bytes: body };
}
