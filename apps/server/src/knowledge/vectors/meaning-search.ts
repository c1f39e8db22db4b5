import { embeddingSettingsChanged } from '../../models/embeddings/embeddings.events.ts';
import type { Embeddings } from '../../models/embeddings/embeddings.types.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { followLog, type Tail } from '../../platform/event-log/tail.ts';
import { type Embed, searchByMeaning } from '../search/meaning/search-by-meaning.ts';
import { makeVectors, type Vectors } from '../search/meaning/vectors.ts';
import type { SearchIndex, SearchOptions, SearchResult } from '../search/search.types.ts';
import { fromBytes } from './bytes.rules.ts';
import { recent } from './recent.ts';
import { articleVectorsDoubted, articleVectorsSwitched, articleVectorsWritten } from './vectors.events.ts';
import { type VectorSet, vectorSets, vectorsOf } from './vectors.queries.ts';

/** Search by words and by meaning, where an embedding model is on; by words alone everywhere else. */
export type MeaningSearch = {
  search: (workspaceId: string, index: SearchIndex, question: string, options: SearchOptions) => Promise<SearchResult>;
  /** Loads a workspace's vectors before anybody asks. */
  warm: (workspaceId: string) => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  log: { warn: (data: object, text: string) => void };
  /** Workspaces whose vectors are kept; the one unused longest goes first. */
  keep?: number;
};

type Loaded = { set: VectorSet & { width: number }; vectors: Vectors };
/** `changes`: put in one after the other. `isDoubted`: told already that the set may be of the wrong width. */
type Kept = { loaded: Promise<Loaded | null>; changes: Promise<void>; isDoubted: boolean };

/** Questions whose vectors are remembered: the bot looks for the same words more than once. */
const REMEMBERED = 500;

/** Keeps the vectors in use in memory, per workspace, loaded on first use and as fresh as the log. */
export function meaningSearch(platform: Platform, embeddings: Embeddings, { log, keep = 50 }: Options): MeaningSearch {
  /** In the order of their last use. */
  const kept = new Map<string, Kept>();
  const asked = recent<Float32Array>(REMEMBERED);
  let tail: Promise<Tail> | null = null;
  const ctxOf = (workspaceId: string): Ctx => makeCtx(platform, systemViewer(workspaceId), systemActor);

  async function keptFor(workspaceId: string): Promise<Kept> {
    // Follow first, then read: whatever is written after that reading comes as a fact.
    await follow();
    const one = kept.get(workspaceId) ?? { loaded: load(workspaceId), changes: Promise.resolve(), isDoubted: false };
    kept.delete(workspaceId);
    kept.set(workspaceId, one);
    for (const oldest of kept.keys()) if (kept.size > keep) kept.delete(oldest);
    // Tried again by the next question.
    one.loaded.catch(() => kept.get(workspaceId) === one && kept.delete(workspaceId));
    return one;
  }

  function follow(): Promise<Tail> {
    tail ??= followLog(platform, notice, { onError: (error) => log.warn({ error: error.message }, 'search by meaning') });
    tail.catch(() => {
      tail = null;
    });
    return tail;
  }

  async function load(workspaceId: string): Promise<Loaded | null> {
    const ctx = ctxOf(workspaceId);
    if (!(await embeddings.space(ctx))) return null;
    return ctx.transaction(async (tx) => {
      const set = (await vectorSets(tx, workspaceId)).find(({ in_use }) => in_use);
      if (!set?.width) return null;
      const rows = await vectorsOf(tx, set);
      const vectors = makeVectors(set.width, rows.length);
      putIn(vectors, rows);
      return { set: { ...set, width: set.width }, vectors };
    });
  }

  async function notice(facts: LoggedFact[]): Promise<void> {
    for (const { name, workspace_id, data } of facts) {
      const one = kept.get(workspace_id);
      if (!one) continue;
      // Loaded anew by the next question.
      if (name === articleVectorsSwitched.factName || name === embeddingSettingsChanged.factName) kept.delete(workspace_id);
      if (name !== articleVectorsWritten.factName) continue;
      const { setId, articleIds } = data as ReturnType<typeof articleVectorsWritten>['data'];
      one.changes = one.changes.then(() => renew(workspace_id, one, setId, articleIds));
    }
  }

  async function renew(workspaceId: string, one: Kept, setId: string, articleIds: string[]): Promise<void> {
    try {
      const loaded = await one.loaded;
      if (loaded?.set.id !== setId) return;
      const rows = await ctxOf(workspaceId).transaction((tx) => vectorsOf(tx, loaded.set, articleIds));
      for (const id of articleIds) loaded.vectors.put(id, []);
      putIn(loaded.vectors, rows);
    } catch (error) {
      log.warn({ workspaceId, error: (error as Error).message }, 'the vectors are loaded anew');
      if (kept.get(workspaceId) === one) kept.delete(workspaceId);
    }
  }

  const embedFor =
    (workspaceId: string, one: Kept, { set }: Loaded): Embed =>
    async (question) => {
      const name = `${set.id} ${question}`;
      const known = asked.get(name);
      if (known) return known;
      try {
        const ctx = ctxOf(workspaceId);
        const { vector, changedWidth } = await embeddings.embedQuestion(ctx, set, question);
        if (vector) asked.put(name, vector);
        if (changedWidth && !one.isDoubted) {
          one.isDoubted = true;
          await ctx.transaction((tx) => ctx.append(tx, articleVectorsDoubted({ setId: set.id })));
        }
        return vector;
      } catch (error) {
        log.warn({ workspaceId, error: (error as Error).message }, 'a question is answered by words alone');
        return null;
      }
    };

  return {
    search: async (workspaceId, index, question, options) => {
      const one = await keptFor(workspaceId);
      const loaded = await one.loaded;
      return loaded
        ? searchByMeaning(index, loaded.vectors, embedFor(workspaceId, one, loaded), question, options)
        : index.search(question, options);
    },
    warm: async (workspaceId) => {
      const loaded = await (await keptFor(workspaceId)).loaded;
      if (loaded) await embeddings.warm(loaded.set);
    },
    close: async () => {
      await (await tail?.catch(() => null))?.stop();
      await Promise.allSettled([...kept.values()].flatMap((one) => [one.loaded, one.changes]));
      kept.clear();
    },
  };
}

function putIn(vectors: Vectors, rows: { article_id: string; vector: Buffer }[]): void {
  for (const [id, some] of Map.groupBy(rows, ({ article_id }) => article_id))
    vectors.put(
      id,
      some.map(({ vector }) => fromBytes(vector)),
    );
}
