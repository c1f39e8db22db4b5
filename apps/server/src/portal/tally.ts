import type { Locale } from '@madoguchi/contract/common.ts';
import { countReadings, type SearchCount, type ViewCount } from '../knowledge/readings.commands.ts';
import { isReader, queryToRemember } from '../knowledge/readings.rules.ts';
import type { Ctx } from '../platform/ctx.ts';

/** What is gathered for one workspace until it is written down. */
type Gathered = { ctx: Ctx; views: Map<string, ViewCount>; searches: Map<string, SearchCount> };
type Headers = Readonly<Record<string, string | string[] | undefined>>;

const EVERY_MS = 4000;
/** Different searches remembered at a time: a flood of nonsense must not fill the table or the memory. */
const MOST_SEARCHES = 500;

export type Tally = ReturnType<typeof makeTally>;

/** Counts what readers do in memory and writes it down every few seconds, so that no page waits for a count. Machines do not count. */
export function makeTally({ log, everyMs = EVERY_MS }: { log: { warn: (data: object, text: string) => void }; everyMs?: number }) {
  let gathered = new Map<string, Gathered>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function of(ctx: Ctx): Gathered {
    const { workspaceId } = ctx.viewer;
    const known = gathered.get(workspaceId) ?? { ctx, views: new Map(), searches: new Map() };
    gathered.set(workspaceId, known);
    timer ??= setTimeout(() => void flush(), everyMs).unref();
    return known;
  }

  /** Writes down what was gathered; what cannot be written is lost, and only told. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = gathered;
    gathered = new Map();
    writing = writing.then(async () => {
      for (const { ctx, views, searches } of batch.values())
        await countReadings(ctx, { views: [...views.values()], searches: [...searches.values()] }).catch((error: Error) =>
          log.warn({ error: error.message }, 'what the help center’s readers did could not be counted'),
        );
    });
    return writing;
  }

  return {
    view(ctx: Ctx, articleId: string, headers: Headers): void {
      if (!isReader(headers)) return;
      const { views } = of(ctx);
      const count = views.get(articleId) ?? { articleId, views: 0, fromSearch: 0 };
      const fromSearch = /\/help\/(?:brands\/[a-z0-9-]+\/)?(?:en\/)?search\b/.test(String(headers.referer ?? ''));
      views.set(articleId, { articleId, views: count.views + 1, fromSearch: count.fromSearch + (fromSearch ? 1 : 0) });
    },
    search(ctx: Ctx, locale: Locale, raw: string, hits: number, headers: Headers): void {
      const query = queryToRemember(raw);
      if (query === null || !isReader(headers)) return;
      const { searches } = of(ctx);
      const key = `${locale} ${query}`;
      const known = searches.get(key);
      if (!known && searches.size >= MOST_SEARCHES) return;
      searches.set(key, { query, locale, count: (known?.count ?? 0) + 1, hits: Math.max(known?.hits ?? 0, hits) });
    },
    flush,
  };
}
