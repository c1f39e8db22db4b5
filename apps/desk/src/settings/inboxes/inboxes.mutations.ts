import { updateInbox } from '@madoguchi/contract/workspaces.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import type { Inbox } from './inbox.types.ts';

type Change = Partial<Pick<Inbox, 'name' | 'allowedOrigins' | 'paused' | 'teamIds' | 'brandId'>>;

/** Puts an inbox, new or changed, into what is known. */
export const keepInbox = (inbox: Inbox): void => {
  queryClient.setQueryData(
    inboxesQuery.queryKey,
    (now) =>
      now && {
        items: now.items.some(({ id }) => id === inbox.id)
          ? now.items.map((one) => (one.id === inbox.id ? inbox : one))
          : [...now.items, inbox],
      },
  );
};

/** Takes a removed inbox out of what is known. */
export const dropInbox = (id: string): void => {
  queryClient.setQueryData(inboxesQuery.queryKey, (now) => now && { items: now.items.filter((one) => one.id !== id) });
};

export async function changeInbox(id: string, change: Change): Promise<Inbox> {
  const saved = await call(updateInbox, { params: { id }, body: change });
  keepInbox(saved);
  // Each brand says how many inboxes name it.
  if (change.brandId !== undefined) void queryClient.invalidateQueries({ queryKey: brandsQuery.queryKey });
  return saved;
}
