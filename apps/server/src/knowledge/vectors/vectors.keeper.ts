import { embeddingSettingsChanged } from '../../models/embeddings/embeddings.events.ts';
import type { Embeddings } from '../../models/embeddings/embeddings.types.ts';
import { LOCAL_URL } from '../../models/embeddings/source.rules.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { followLog } from '../../platform/event-log/tail.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changesPublishedArticles } from '../knowledge.events.ts';
import { embedArticles, type Outcome } from './embed-articles.ts';
import { articleVectorsDoubted } from './vectors.events.ts';

type Options = {
  log: { warn: (data: object, text: string) => void };
  /** How long to gather changes before they are embedded. */
  gatherMs?: number;
  /** How long to wait after so many failures in a row. */
  waitMs?: (failures: number) => number;
};

/** What is to be looked at in a workspace. */
type Due = {
  articleIds: Set<string> | 'all';
  doubted: boolean;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  failures: number;
};

const BUSY_MS = 15_000;
const growing = (failures: number): number => Math.min(10 * 60_000, 5000 * 3 ** (failures - 1));

/**
 * Keeps the vectors as fresh as the articles, in the background, one run at a time for each workspace. Follows the log from now on; what
 * happened before is seen at the start by comparing hashes. A process that ends in the middle leaves what it kept to the next.
 */
export async function keepVectors(platform: Platform, embeddings: Embeddings, options: Options): Promise<{ stop: () => Promise<void> }> {
  const { log, gatherMs = 1000, waitMs = growing } = options;
  const worker = newId('vec');
  const due = new Map<string, Due>();
  const stopping = new AbortController();

  const dueOf = (workspaceId: string): Due => {
    const known = due.get(workspaceId) ?? { articleIds: new Set(), doubted: false, timer: null, running: null, failures: 0 };
    due.set(workspaceId, known);
    return known;
  };

  function soon(workspaceId: string, one: Due, ms: number): void {
    if (stopping.signal.aborted || one.timer || one.running) return;
    one.timer = setTimeout(() => {
      one.timer = null;
      one.running = run(workspaceId, one).then((wait) => {
        one.running = null;
        if (wait !== null) soon(workspaceId, one, wait);
        else due.delete(workspaceId);
      });
    }, ms);
  }

  /** Returns how long to wait before the next run, in ms; null when nothing is left to do. */
  async function run(workspaceId: string, one: Due): Promise<number | null> {
    const wish = { articleIds: one.articleIds === 'all' ? ('all' as const) : [...one.articleIds], doubted: one.doubted };
    one.articleIds = new Set();
    one.doubted = false;
    const outcome = await embed(workspaceId, wish);
    one.failures = outcome === 'failed' ? one.failures + 1 : 0;
    // Whatever was not done is found by its hash.
    if (outcome === 'failed' || outcome === 'busy') one.articleIds = 'all';
    if (outcome === 'failed') return waitMs(one.failures);
    if (outcome === 'busy') return BUSY_MS;
    return one.articleIds === 'all' || one.articleIds.size > 0 || one.doubted ? gatherMs : null;
  }

  async function embed(workspaceId: string, wish: Parameters<typeof embedArticles>[2]): Promise<Outcome> {
    try {
      const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
      return await embedArticles(ctx, { embeddings, worker, stopping: stopping.signal }, wish);
    } catch (error) {
      if (!stopping.signal.aborted) log.warn({ workspaceId, error: (error as Error).message }, 'the articles could not be embedded');
      return 'failed';
    }
  }

  function lookAtAll(workspaceId: string, { doubted = false } = {}): void {
    const one = dueOf(workspaceId);
    one.articleIds = 'all';
    one.doubted ||= doubted;
    soon(workspaceId, one, 0);
  }

  async function notice(facts: LoggedFact[]): Promise<void> {
    for (const { name, workspace_id, data } of facts) {
      if (name === embeddingSettingsChanged.factName) tryAtOnce(workspace_id);
      if (name === articleVectorsDoubted.factName) lookAtAll(workspace_id, { doubted: true });
      if (!changesPublishedArticles.has(name)) continue;
      const one = dueOf(workspace_id);
      if (one.articleIds !== 'all') one.articleIds.add((data as { articleId: string }).articleId);
      soon(workspace_id, one, gatherMs);
    }
  }

  /** Whoever changed the settings does not wait for the pause after a failure. */
  function tryAtOnce(workspaceId: string): void {
    const one = dueOf(workspaceId);
    if (one.timer) clearTimeout(one.timer);
    one.timer = null;
    one.failures = 0;
    lookAtAll(workspaceId);
  }

  /** What changed while no process was looking. */
  async function compareAll(): Promise<void> {
    for (const workspaceId of await workspaceIds()) {
      if (stopping.signal.aborted) return;
      if (await spaceOf(workspaceId)) lookAtAll(workspaceId);
    }
  }

  /** The server's own model was replaced, or works again: whoever uses it does not wait. */
  async function localChanged(): Promise<void> {
    for (const workspaceId of await workspaceIds())
      if ((await spaceOf(workspaceId))?.url === LOCAL_URL && !stopping.signal.aborted) tryAtOnce(workspaceId);
  }

  const spaceOf = (workspaceId: string) => embeddings.space(makeCtx(platform, systemViewer(workspaceId), systemActor));
  const workspaceIds = async (): Promise<string[]> =>
    (await platform.db.directory((tx) => tx.selectFrom('workspaces').select('workspace_id').execute())).map(
      ({ workspace_id }) => workspace_id,
    );

  const tail = await followLog(platform, notice, { onError: (error) => log.warn({ error: error.message }, 'vectors') });
  const compared = compareAll().catch((error: Error) => log.warn({ error: error.message }, 'vectors are compared with the next change'));
  const unwatch = embeddings.watchLocal(() => {
    localChanged().catch((error: Error) => log.warn({ error: error.message }, 'the new model is used with the next change'));
  });
  return {
    stop: async () => {
      stopping.abort();
      unwatch();
      await tail.stop();
      for (const { timer } of due.values()) if (timer) clearTimeout(timer);
      await Promise.allSettled([compared, ...[...due.values()].map(({ running }) => running)]);
    },
  };
}
