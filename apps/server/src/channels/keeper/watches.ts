import type { Standing } from './standing-inboxes.queries.ts';

/** What a look found out about an inbox. `isAsked`: somebody wants a period read in. */
export type Seen = { isFailing?: boolean; isAsked?: boolean };

/** How whoever keeps an inbox connected learns what changed, without asking for each inbox by itself. */
export type Watch = {
  /** Ends when the inbox is paused, removed or set up anew. */
  over: AbortSignal;
  /** Told what was seen, as long as it is the one that listens. */
  listen: (tell: (seen: Seen) => void) => void;
  end: () => void;
};

/** The watches of one process over the inboxes that it keeps connected. */
export function makeWatches() {
  const watches = new Map<string, { version: string; ending: AbortController; tell: (seen: Seen) => void }>();
  return {
    /** What runs and how it is: who keeps anything else lets go of it. */
    look: (inboxes: readonly Standing[]): void => {
      const found = new Map(inboxes.map((inbox) => [inbox.id, inbox]));
      for (const [id, watch] of watches) {
        const inbox = found.get(id);
        if (inbox?.version === watch.version) watch.tell({ isFailing: inbox.isFailing });
        else watch.ending.abort();
      }
    },
    asked: (inboxIds: readonly string[]): void => {
      for (const id of inboxIds) watches.get(id)?.tell({ isAsked: true });
    },
    over: ({ id, version }: Standing): Watch => {
      const watch = { version, ending: new AbortController(), tell: (_seen: Seen) => {} };
      watches.set(id, watch);
      return {
        over: watch.ending.signal,
        listen: (tell) => {
          watch.tell = tell;
        },
        end: () => {
          if (watches.get(id) === watch) watches.delete(id);
        },
      };
    },
  };
}
