import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { createArticle } from '../src/knowledge/knowledge.commands.ts';
import { knowledgeSearch } from '../src/knowledge/knowledge.index.ts';
import { knowledgeHouse } from '../src/knowledge/knowledge.testkit.ts';
import { meaningSearch } from '../src/knowledge/vectors/meaning-search.ts';
import { keepVectors } from '../src/knowledge/vectors/vectors.keeper.ts';
import { embeddingStateOf } from '../src/knowledge/vectors/vectors.queries.ts';
import { askEmbeddings } from '../src/models/embeddings/ask-embeddings.ts';
import { openEmbeddings } from '../src/models/embeddings/embeddings.caller.ts';
import { changeEmbeddingSettings, type EmbeddingWish } from '../src/models/embeddings/embeddings.commands.ts';
import { openLocalModel } from '../src/models/embeddings/local/local-model.ts';
import type { ThreadLimits } from '../src/models/embeddings/local/local-thread.ts';
import type { Ctx } from '../src/platform/ctx.ts';
import { embeddingStub } from './embedding-stub.ts';

const log = { warn: () => {} };

/** A database, an embedding model, and the processes that ask it; started and stopped as a test wishes. */
export async function vectorsHouse({ backgroundMs = 300, ...threads }: { backgroundMs?: number } & Partial<ThreadLimits> = {}) {
  const house = await knowledgeHouse();
  const stub = await embeddingStub();
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-model-'));
  const local = openLocalModel({ folder, prefixes: null, everyMs: 20, ...threads });
  const deps = { sealingKey: randomBytes(32), hosts: [stub.host], ask: askEmbeddings([stub.host]), local, hasLocal: true };
  const embeddings = openEmbeddings({ ...deps, backgroundMs });
  afterAll(async () => {
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...house,
    stub,
    embeddings,
    /** Where the server looks for a model of its own; empty. */
    folder,
    local,
    /** Chooses toy-8 at the stub, or what is told. */
    choose: (ctx: Ctx, wish: Partial<EmbeddingWish> = {}) =>
      changeEmbeddingSettings(ctx, deps, {
        source: 'endpoint',
        url: stub.url,
        model: 'toy-8',
        enabled: true,
        timeLimitMs: 200,
        price: null,
        ...wish,
      }),
    /** The background of one process. */
    async keeper(waitMs = 20) {
      const keeper = await keepVectors(house.platform, embeddings, { log, gatherMs: 10, waitMs: () => waitMs });
      house.closing.push(keeper.stop);
      return keeper;
    },
    /** The search of one process. */
    search() {
      const search = knowledgeSearch(house.platform, { log, gatherMs: 10, meaning: meaningSearch(house.platform, embeddings, { log }) });
      house.closing.push(search.close);
      return search;
    },
    /** The search of a process that has just begun, with a model of its own to load. */
    async otherProcess() {
      const own = openLocalModel({ folder, prefixes: null });
      const meaning = meaningSearch(house.platform, openEmbeddings({ ...deps, local: own, backgroundMs }), { log });
      const search = knowledgeSearch(house.platform, { log, gatherMs: 10, meaning });
      house.closing.push(search.close, own.close);
      return { search };
    },
    publish: (ctx: Ctx, question: string, answer = '店までお尋ねください。') =>
      createArticle(ctx, { question, answer, category: '', examples: [], locale: 'ja' }, { status: 'published' }),
    stateOf: embeddingStateOf,
    /** Waits until the state is as expected. */
    untilState: (ctx: Ctx, expected: object) => expect.poll(() => embeddingStateOf(ctx), { interval: 20 }).toMatchObject(expected),
  };
}
