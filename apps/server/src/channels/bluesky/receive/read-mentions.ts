import type { Channel, Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { pollEvery } from '../../port/poll.ts';
import type { Mention, Notification, PostView } from '../bluesky.types.ts';
import { askBluesky, ownAccount } from '../session.ts';

const REASONS = new Set(['mention', 'reply', 'quote']);
const PER_PAGE = 50;
/** After a long absence: more than this is more than anybody answers. */
const MOST_PAGES = 20;

/** Reads mentions and replies as they come. What was there before the inbox was set up is left alone. */
export const readMentions =
  (everyMs: number): NonNullable<Channel['connect']> =>
  async (call, hear) =>
    pollEvery(hear, everyMs, () => readNew(call, hear));

async function readNew(call: Call, hear: Hear): Promise<void> {
  const { since, lastUri } = await hear.remembered();
  if (since === undefined) return hear.remember({ since: call.now().toISOString(), lastUri: '' });
  const { did } = await ownAccount(call);
  const fresh = await notificationsSince(call, String(since), String(lastUri ?? ''));
  // Oldest first, each remembered as soon as it is kept: what is interrupted goes on there.
  for (const notification of fresh.reverse()) {
    if (REASONS.has(notification.reason ?? '') && notification.author?.did !== did) await keep(call, hear, notification, did);
    await hear.remember({ since: notification.indexedAt ?? String(since), lastUri: notification.uri ?? '' });
  }
}

/** Newest first, as the server gives them. https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications */
async function notificationsSince(call: Call, since: string, lastUri: string): Promise<Notification[]> {
  const fresh: Notification[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const answer = await askBluesky(call, `/xrpc/app.bsky.notification.listNotifications?limit=${PER_PAGE}${more}`);
    const listed = Array.isArray(answer.notifications) ? (answer.notifications as Notification[]) : [];
    const isFresh = ({ indexedAt = '', uri }: Notification) => indexedAt > since || (indexedAt === since && uri !== lastUri);
    const some = listed.filter(isFresh);
    fresh.push(...some);
    cursor = typeof answer.cursor === 'string' ? answer.cursor : '';
    if (some.length < listed.length || listed.length === 0 || !cursor) break;
  }
  return fresh;
}

async function keep(call: Call, hear: Hear, notification: Notification, ownDid: string): Promise<void> {
  const parentUri = notification.record?.reply?.parent?.uri;
  const mention: Mention = { notification, parent: parentUri ? await postAt(call, parentUri) : null, ownDid };
  await hear.payload({ externalId: notification.uri ?? '', body: Buffer.from(JSON.stringify(mention)) });
}

/** Null for a post that is gone. https://docs.bsky.app/docs/api/app-bsky-feed-get-posts */
async function postAt(call: Call, uri: string): Promise<PostView | null> {
  const { posts } = await askBluesky(call, `/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`);
  return Array.isArray(posts) ? ((posts[0] as PostView | undefined) ?? null) : null;
}
