import type { Context } from './context.ts';

const restInMilliseconds = 250;

/** Searches the help center a moment after the last key; without words it finds the most read questions. */
export function makeSearching({ store, api, settings }: Context): (query: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function ask() {
    const q = store.get().query.trim().toWellFormed();
    const { value } = await api.articles(q, settings.locale);
    // What was typed meanwhile has a search of its own.
    if (q === store.get().query.trim().toWellFormed()) store.set({ found: { q, articles: value?.articles } });
  }
  return (query) => {
    store.set({ query });
    clearTimeout(timer);
    timer = setTimeout(ask, query ? restInMilliseconds : 0);
  };
}
