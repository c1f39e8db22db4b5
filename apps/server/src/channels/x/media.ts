import { idOf } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import { multipart } from '../port/multipart.rules.ts';
import type { OutboundFile } from '../port/port.types.ts';
import { askX, signed } from './x.api.ts';

const HOSTS = /(^|\.)(twimg\.com|twitter\.com|x\.com)$/;
const IMAGE_LIMIT = 5 * 1024 * 1024;

/** Whether an address is one where X keeps pictures. */
export function isMediaAddress(address: unknown): boolean {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  return url?.protocol === 'https:' && HOSTS.test(url.hostname);
}

/** Bytes of a picture; those of direct messages are for the account's eyes only. @throws ChannelError */
export async function fetchMedia(call: Call, address: string): Promise<{ bytes: Buffer }> {
  if (!isMediaAddress(address)) throw new ChannelError('rejected', { detail: 'not an address of X' });
  const { hostname } = new URL(address);
  const isPublic = hostname.endsWith('.twimg.com');
  const { status, headers, body } = await call.ask(address, isPublic ? {} : { headers: signed(call, 'GET', address) });
  if (status !== 200) throw errorOfAnswer(status, headers, hostname);
  return { bytes: body };
}

export const isShown = ({ type, sizeInBytes }: OutboundFile): boolean =>
  /^image\/(jpeg|png|webp|gif)$/.test(type) && sizeInBytes <= IMAGE_LIMIT;

/** Hands X a picture. https://docs.x.com/x-api/media/upload-media @returns its id */
export async function uploadMedia(call: Call, file: OutboundFile, category: 'tweet_image' | 'dm_image'): Promise<string> {
  const form = multipart({ media_category: category }, { field: 'media', name: file.name, type: file.type, bytes: await file.read() });
  return idOf((await askX(call, '/2/media/upload', form)).id);
}
