import { type Inbox, listInboxes, updateInbox } from '@madoguchi/contract/workspaces.ts';
import { fujiwara } from '../fixtures/agents.ts';
import { as } from './api.ts';
import type { Product } from './product.ts';

/** The chat inbox of the demo shop. */
export async function chatInbox(product: Product): Promise<Inbox> {
  const { items } = await as(product, fujiwara).call(listInboxes);
  const inbox = items.find(({ channel }) => channel === 'chat');
  if (!inbox) throw new Error('the shop has no chat inbox');
  return inbox;
}

/** Lets the messenger run on these sites; returns how to take it back. */
export async function allowOrigins(product: Product, origins: string[]): Promise<() => Promise<void>> {
  const { id, allowedOrigins } = await chatInbox(product);
  const set = async (allowed: string[]) => {
    await as(product, fujiwara).call(updateInbox, { params: { id }, body: { allowedOrigins: allowed } });
  };
  await set([...allowedOrigins, ...origins]);
  return () => set(allowedOrigins);
}

/** The one line that a company puts into its pages. */
export const scriptTag = (base: string, key: string) => `<script src="${base}/messenger.js" data-inbox="${key}" async></script>`;
