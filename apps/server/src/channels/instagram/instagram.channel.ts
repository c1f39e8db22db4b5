import type { Platform } from '../meta/direct/direct.types.ts';
import { directChannel } from '../meta/direct/direct-channel.ts';
import { askGraph, tokenEnd } from '../meta/graph.ts';
import { bounded } from '../port/bounded.rules.ts';
import { ChannelError } from '../port/channel-error.ts';

/** Instagram counts the bytes of UTF-8: https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message */
const TEXT_BYTES = 1000;
const MEGABYTE = 1024 * 1024;

const instagram: Platform = {
  name: 'instagram',
  object: 'instagram',
  idField: 'accountId',
  moreFields: [{ name: 'accountName', kind: 'text', required: false, advanced: true }],
  // https://developers.facebook.com/docs/messenger-platform/instagram/features/ig-me-links
  continueUrl: ({ accountName }, token) => (accountName ? `https://ig.me/m/${encodeURIComponent(String(accountName))}?ref=${token}` : null),
  textCharacters: TEXT_BYTES,
  fitsText: (text) => Buffer.byteLength(text) <= TEXT_BYTES,
  fileKind(type, sizeInBytes) {
    if (/^image\/(png|jpeg|gif)$/.test(type)) return sizeInBytes <= 8 * MEGABYTE ? 'image' : null;
    if (sizeInBytes > 25 * MEGABYTE) return null;
    if (/^video\/(mp4|ogg|avi|quicktime|webm)$/.test(type)) return 'video';
    if (/^audio\/(aac|m4a|mp4|wav)$/.test(type)) return 'audio';
    return type === 'application/pdf' ? 'file' : null;
  },
};

type Connected = { instagram_business_account?: { id?: string; username?: string } };

/** Direct messages to an Instagram professional account. */
export const instagramChannel = directChannel(instagram, async (call) => {
  const page = (await askGraph(call, '/me?fields=instagram_business_account%7Bid,username%7D')) as Connected;
  const { id, username } = page.instagram_business_account ?? {};
  if (String(id) !== call.settings.accountId)
    throw new ChannelError('credentials_refused', {
      detail: `the token is for the account ${bounded(username, 100) || 'of a page without one'}`,
    });
  return { learned: { accountName: bounded(username, 100) }, account: `@${bounded(username, 100)}`, tokenExpiresAt: await tokenEnd(call) };
});
