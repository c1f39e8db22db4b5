import type { Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { followLog, type Tail } from '../platform/event-log/tail.ts';
import { type BrandFence, brandFence } from './brand-fence.ts';
import { changesPublishedArticles, changesSynonyms } from './knowledge.events.ts';
import { indexFiles } from './knowledge.index-files.ts';
import type { ArticleAudience, KnowledgeSearch } from './knowledge.types.ts';
import { listSynonyms } from './own-synonyms/synonyms.queries.ts';
import { plainText } from './plain-text.rules.ts';
import type { SearchIndex } from './search/search.types.ts';
import { buildIndex } from './search/search-index.ts';
import { brandsOfEntries, entriesOf } from './searchable.queries.ts';
import { type KeptSuccesses, keepSuccesses } from './success/kept-successes.ts';
import { NO_SUCCESSES, type Successes } from './success/success.rules.ts';
import type { MeaningSearch } from './vectors/meaning-search.ts';

type Options = {
  log: { warn: (data: object, text: string) => void };
  /** Workspaces whose index is kept; the one unused longest goes first. */
  keep?: number;
  /** How long to gather changes before they are put in. */
  gatherMs?: number;
  /** Which articles are in it; what customers and the bot search holds 'public' ones only. */
  audience?: ArticleAudience;
  /** For questions that are asked by meaning as well; without it words alone answer. */
  meaning?: MeaningSearch;
  /** Where indexes are kept from one start to the next; nowhere by default. */
  folder?: string;
  /** How often articles helped lately, as of a moment: among those that fit equally well it decides. By default nothing is known of that. */
  successes?: (tx: Tx, workspaceId: string, at: Date) => Promise<Successes>;
};

type Kept = {
  index: Promise<SearchIndex>;
  /** Articles that changed and are not in yet, the latest change last. */
  changed: Set<string>;
  timer: NodeJS.Timeout | null;
  /** The refresh under way, if any. */
  refreshing: Promise<void> | null;
  /** Reading the company's synonyms again, one after the other: an older reading must not come last. */
  synonyms: Promise<void>;
  successes: KeptSuccesses;
  fence: BrandFence;
};

/** Articles put in at a time, so that what an editor publishes need not wait for the whole of a large import. */
const AT_A_TIME = 200;
const RETRY_MS = 1000;
/** Fewer are analysed again in a moment. */
const WORTH_KEEPING = 50;

/**
 * Keeps an index of the published articles of one audience in memory, per workspace, built on first use. It follows the log, so that what is published
 * here or in another process is found about a tenth of a second later; searches meanwhile see the articles as they were.
 */
export function knowledgeSearch(
  platform: Platform,
  { log, keep = 50, gatherMs = 100, audience = 'public', meaning, folder, successes = async () => NO_SUCCESSES }: Options,
): KnowledgeSearch {
  /** In the order of their last use. */
  const kept = new Map<string, Kept>();
  let tail: Promise<Tail> | null = null;
  let closed = false;

  async function indexOf(workspaceId: string): Promise<SearchIndex> {
    if (closed) throw new Error('the knowledge search is closed');
    // Follow first, then read the articles: whatever is committed after that reading comes as a fact.
    await follow();
    const known = kept.get(workspaceId);
    const one = known ?? begin(workspaceId);
    kept.delete(workspaceId);
    kept.set(workspaceId, one);
    if (!known) {
      one.index.catch(() => kept.get(workspaceId) === one && kept.delete(workspaceId));
      dropOldest();
    }
    return one.index;
  }

  function begin(workspaceId: string): Kept {
    const lately = keepSuccesses(
      () => platform.db.as(systemViewer(workspaceId), (tx) => successes(tx, workspaceId, platform.clock.now())),
      () => platform.clock.now().getTime(),
      (error) => !closed && log.warn({ workspaceId, error: error.message }, 'what helped lately is not known'),
    );
    const fence = brandFence();
    return {
      index: build(workspaceId, lately, fence),
      changed: new Set(),
      timer: null,
      refreshing: null,
      synonyms: Promise.resolve(),
      successes: lately,
      fence,
    };
  }

  function follow(): Promise<Tail> {
    tail ??= followLog(platform, notice, { onError: (error) => log.warn({ error: error.message }, 'knowledge search') });
    tail.catch(() => {
      tail = null;
    });
    return tail;
  }

  const entries = (workspaceId: string, fence: BrandFence, ids?: string[]) =>
    platform.db.as(systemViewer(workspaceId), async (tx) => {
      const all = await entriesOf(tx, workspaceId, audience, ids);
      fence.put(ids ?? [], await brandsOfEntries(tx, workspaceId, ids));
      return all;
    });
  const synonyms = async (workspaceId: string) =>
    (await platform.db.as(systemViewer(workspaceId), (tx) => listSynonyms(tx, workspaceId))).map(({ words }) => words);

  /** Reads the company's own words again; tried until it works, or an editor's change would wait for the next one. */
  async function renewSynonyms(workspaceId: string, one: Kept): Promise<void> {
    while (!closed && kept.get(workspaceId) === one) {
      try {
        return await (await one.index).setSynonyms(await synonyms(workspaceId));
      } catch (error) {
        log.warn({ workspaceId, error: (error as Error).message }, 'the search does not know the latest synonyms');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  const store = folder === undefined ? null : indexFiles(folder, log);

  async function build(workspaceId: string, lately: KeptSuccesses, fence: BrandFence): Promise<SearchIndex> {
    const [all, kept] = await Promise.all([entries(workspaceId, fence), store?.read(workspaceId), lately.read()]);
    const index = await buildIndex(all, undefined, kept);
    await index.setSynonyms(await synonyms(workspaceId));
    index.setPreference(lately.preference);
    if (index.analysedAnew >= WORTH_KEEPING) void store?.write(workspaceId, index);
    return index;
  }

  function dropOldest(): void {
    for (const [workspaceId, one] of kept) {
      if (kept.size <= keep) return;
      kept.delete(workspaceId);
      if (one.timer) clearTimeout(one.timer);
    }
  }

  async function notice(facts: LoggedFact[]): Promise<void> {
    for (const workspaceId of new Set(facts.flatMap(({ name, workspace_id }) => (changesSynonyms.has(name) ? [workspace_id] : [])))) {
      const one = kept.get(workspaceId);
      if (one) one.synonyms = one.synonyms.then(() => renewSynonyms(workspaceId, one));
    }
    for (const fact of facts) {
      const one = changesPublishedArticles.has(fact.name) ? kept.get(fact.workspace_id) : undefined;
      if (!one) continue;
      const { articleId } = fact.data as { articleId: string };
      one.changed.delete(articleId);
      one.changed.add(articleId);
      refreshSoon(fact.workspace_id, one, gatherMs);
    }
  }

  function refreshSoon(workspaceId: string, one: Kept, ms: number): void {
    if (closed || one.timer || one.refreshing) return;
    one.timer = setTimeout(() => {
      one.timer = null;
      one.refreshing = refresh(workspaceId, one).then((wait) => {
        one.refreshing = null;
        if (one.changed.size > 0 && kept.get(workspaceId) === one) refreshSoon(workspaceId, one, wait);
      });
    }, ms);
  }

  /** Puts the latest changes in. Returns how long to wait before the next time, in ms. */
  async function refresh(workspaceId: string, one: Kept): Promise<number> {
    const ids = [...one.changed].slice(-AT_A_TIME);
    for (const id of ids) one.changed.delete(id);
    try {
      const index = await one.index;
      const put = await entries(workspaceId, one.fence, ids);
      const published = new Set(put.map(({ id }) => id));
      await index.update({ put, remove: ids.filter((id) => !published.has(id)) });
      return 0;
    } catch (error) {
      one.changed = new Set([...ids, ...one.changed]);
      if (!closed) log.warn({ workspaceId, error: (error as Error).message }, 'the search index is behind the articles');
      return RETRY_MS;
    }
  }

  return {
    search: async (workspaceId, question, { limit, byMeaning = false, brandId = null }) => {
      const index = await indexOf(workspaceId);
      const hidden = brandId === null ? undefined : kept.get(workspaceId)?.fence.hiddenFrom(brandId);
      const options = { limit, ...(hidden && { hidden }) };
      return byMeaning && meaning ? meaning.search(workspaceId, index, question, options) : index.search(question, options);
    },
    trial: async (workspaceId, { put, remove, synonyms: groups }) => {
      const before = await indexOf(workspaceId);
      const after = await before.fork();
      await after.update({ put: put.map((article) => ({ ...article, answer: plainText(article.answer) })), remove });
      if (groups) await after.setSynonyms(groups);
      await Promise.all([before.settled(), after.settled()]);
      return { before, after };
    },
    warm: async (workspaceId) => void (await Promise.all([indexOf(workspaceId), meaning?.warm(workspaceId)])),
    close: async () => {
      closed = true;
      for (const one of kept.values()) if (one.timer) clearTimeout(one.timer);
      await (await tail?.catch(() => null))?.stop();
      await meaning?.close();
      await Promise.allSettled([...kept.values()].flatMap((one) => [one.index, one.refreshing, one.successes.settled()]));
      kept.clear();
    },
  };
}
