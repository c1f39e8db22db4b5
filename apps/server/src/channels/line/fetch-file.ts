import type { Channel } from '../channel.ts';
import { ChannelError } from '../port/channel-error.ts';
import { askLine, DATA_API, errorOfLine } from './line.api.ts';

const TIME_LIMIT_MS = 60_000;

/**
 * What a person sent: kept by LINE for a while only, so it is fetched as the message comes in. Video and sound are made ready first; until then
 * LINE answers 202 (https://developers.line.biz/en/reference/messaging-api/#get-content). @throws ChannelError, temporary while it is not ready
 */
export const fetchLineFile: NonNullable<Channel['fetchFile']> = async (call, ref) => {
  if (!ref.startsWith('line:')) return fetchElsewhere(call, ref);
  const id = encodeURIComponent(ref.slice('line:'.length));
  const answer = await askLine(call, `${DATA_API}/v2/bot/message/${id}/content`, { timeLimitMs: TIME_LIMIT_MS });
  if (answer.status === 202) throw new ChannelError('platform_down', { temporary: true, detail: 'LINE is still making the file ready' });
  if (answer.status !== 200) throw errorOfLine(answer);
  return { bytes: answer.body, ...nameBy(answer.headers['content-type']) };
};

/** Content that an app put into the talk from an address of its own. Our token is nobody else's business. */
const fetchElsewhere: NonNullable<Channel['fetchFile']> = async (call, url) => {
  if (!url.startsWith('https://')) throw new ChannelError('rejected', { detail: 'not an https address' });
  const answer = await call.ask(url, { timeLimitMs: TIME_LIMIT_MS });
  if (answer.status !== 200)
    throw new ChannelError('rejected', { temporary: answer.status >= 500, detail: `${answer.status} ${new URL(url).host}` });
  return { bytes: answer.body, ...nameBy(answer.headers['content-type']) };
};

const NAMES: Readonly<Record<string, string>> = {
  'image/jpeg': 'photo.jpg',
  'image/png': 'photo.png',
  'image/gif': 'photo.gif',
  'image/webp': 'photo.webp',
  'video/mp4': 'video.mp4',
  'audio/mp4': 'voice.m4a',
  'audio/x-m4a': 'voice.m4a',
  'audio/aac': 'voice.aac',
};

/** A name for what has none; a file that was sent as a file keeps its own. */
function nameBy(contentType: string | undefined): { name?: string } {
  const name = NAMES[contentType?.split(';')[0]?.trim().toLowerCase() ?? ''];
  return name ? { name } : {};
}
