import type { Settings } from '../settings.ts';
import type { Keep } from '../state/keep.ts';
import type { Store } from '../state/state.ts';
import type { Api } from '../wire/api.ts';
import type { Words } from '../words.ts';

/** What the parts of the chat share. */
export type Context = {
  settings: Settings;
  keep: Keep;
  store: Store;
  api: Api;
  t: Words;
  /** Who the page says the customer is, asked anew each time: pages sign in without reloading. */
  identity(): string | null;
  /** Rises when the visitor is forgotten: an answer to a request of an earlier visit must not be taken in. */
  visit: number;
};

/** The page the customer is on, within the limits of the contract. */
export const visitedPage = () => ({ url: location.href.slice(0, 2000).toWellFormed(), title: document.title.slice(0, 300).toWellFormed() });
