import type { ChannelKind } from '@madoguchi/contract/channels.ts';
import type { Inbox } from '@madoguchi/contract/workspaces.ts';

type Choice = Pick<Inbox, 'id' | 'name' | 'channel' | 'paused'>;

/** The inboxes to which a customer can be led by a link: running, of a channel that knows such links, and not the one they are on. */
export const invitable = (
  inboxes: readonly Choice[],
  kinds: readonly Pick<ChannelKind, 'name' | 'canContinue'>[],
  inboxInUse: string | undefined,
): Choice[] => {
  const open = new Set(kinds.filter(({ canContinue }) => canContinue).map(({ name }) => name));
  return inboxes.filter(({ id, channel, paused }) => !paused && id !== inboxInUse && open.has(channel));
};
