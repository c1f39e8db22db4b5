import type { Platform } from '../meta/direct/direct.types.ts';
import { directChannel } from '../meta/direct/direct-channel.ts';
import { askGraph, tokenEnd } from '../meta/graph.ts';
import { bounded } from '../port/bounded.rules.ts';
import { ChannelError } from '../port/channel-error.ts';

const TEXT_LIMIT = 2000;
const FILE_LIMIT = 25 * 1024 * 1024;

export const messenger: Platform = {
  name: 'messenger',
  object: 'page',
  idField: 'pageId',
  moreFields: [],
  textCharacters: TEXT_LIMIT,
  // https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links
  continueUrl: ({ pageId }, token) => `https://m.me/${encodeURIComponent(String(pageId))}?ref=${token}`,
  fitsText: (text) => text.length <= TEXT_LIMIT,
  fileKind(type, sizeInBytes) {
    if (sizeInBytes > FILE_LIMIT) return null;
    const kind = type.split('/')[0];
    return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
  },
};

/** Messages to a Facebook Page. */
export const messengerChannel = directChannel(messenger, async (call) => {
  const { id, name } = await askGraph(call, '/me?fields=id,name');
  if (String(id) !== call.settings.pageId)
    throw new ChannelError('credentials_refused', { detail: `the token is for the page ${bounded(name, 100)} (${id})` });
  return { account: bounded(name, 200), tokenExpiresAt: await tokenEnd(call) };
});
