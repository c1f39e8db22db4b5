import type { Channel, Hear } from '../channel.ts';
import { idOf } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { pollEvery } from '../port/poll.ts';
import { askMastodon } from './mastodon.api.ts';
import type { Mention, Notification, Status } from './mastodon.types.ts';

const PER_PAGE = 40;
const NOTIFICATIONS = '/api/v1/notifications?types[]=mention';

/** Reads mentions as they come. What was there before the inbox was set up is left alone. */
export const readMentions =
  (everyMs: number): NonNullable<Channel['connect']> =>
  async (call, hear) =>
    pollEvery(hear, everyMs, () => readNew(call, hear));

async function readNew(call: Call, hear: Hear): Promise<void> {
  const { after } = await hear.remembered();
  if (after === undefined) {
    const [newest] = await listed(call, `${NOTIFICATIONS}&limit=1`);
    return hear.remember({ after: idOf(newest?.id) || '0' });
  }
  // `min_id` gives the ones right after it: however many came meanwhile, page by page none is left out.
  for (let from = String(after); ; ) {
    const page = await listed(call, `${NOTIFICATIONS}&limit=${PER_PAGE}&min_id=${encodeURIComponent(from)}`);
    for (const notification of page.reverse()) {
      await keep(call, hear, notification);
      from = idOf(notification.id) || from;
      await hear.remember({ after: from });
    }
    if (page.length < PER_PAGE) return;
  }
}

/** Newest first, as the server gives them: https://docs.joinmastodon.org/methods/notifications/#get */
async function listed(call: Call, path: string): Promise<Notification[]> {
  const answer = await askMastodon(call, path);
  return Array.isArray(answer) ? (answer as Notification[]) : [];
}

async function keep(call: Call, hear: Hear, notification: Notification): Promise<void> {
  const parentId = idOf(notification.status?.in_reply_to_id);
  const mention: Mention = { notification, parent: parentId ? await statusOf(call, parentId) : null };
  await hear.payload({ externalId: `notification:${idOf(notification.id)}`, body: Buffer.from(JSON.stringify(mention)) });
}

/** Null for a post that is gone, or not for our eyes. */
async function statusOf(call: Call, id: string): Promise<Status | null> {
  try {
    return (await askMastodon(call, `/api/v1/statuses/${encodeURIComponent(id)}`)) as Status;
  } catch (error) {
    if (error instanceof ChannelError && error.code === 'rejected') return null;
    throw error;
  }
}
