import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeTinyModel } from '../../../test/tiny-model.ts';
import { vectorsHouse } from '../../../test/vectors-house.ts';
import type { Ctx } from '../../platform/ctx.ts';

/** How many of the next batches the thread of the model is killed at, while it is at work. */
const { killing, started } = vi.hoisted(() => ({ killing: { left: 0 }, started: { threads: 0 } }));
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class Killable extends real.Worker {
    private readonly isModel: boolean;
    constructor(...given: ConstructorParameters<typeof real.Worker>) {
      super(...given);
      this.isModel = String(given[0]).endsWith('/local.worker.ts');
      if (this.isModel) started.threads += 1;
    }
    override postMessage(message: unknown): void {
      super.postMessage(message);
      if (!this.isModel || killing.left === 0) return;
      killing.left -= 1;
      void this.terminate();
    }
  }
  return { ...real, Worker: Killable };
});

const house = await vectorsHouse({ backgroundMs: 20_000, restMs: 50 });
const { stub, keeper, publish, untilState, folder } = house;
const ENGLISH = 'How much is the delivery cost?';

let ctx: Ctx;
let workspaceId: string;
let fee: Awaited<ReturnType<typeof publish>>;
beforeEach(async () => {
  writeTinyModel(folder);
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
  fee = await publish(ctx, '送料はいくらですか');
  await publish(ctx, '駐車場はありますか');
  await publish(ctx, '金継ぎは頼めますか');
});
const choose = () => house.choose(ctx, { source: 'local', timeLimitMs: 10_000 });
async function embedded() {
  await choose();
  const running = await keeper();
  await untilState(ctx, { inUse: { articles: 3, width: 6 }, next: null, failure: null });
  return running;
}
const find = async (search: ReturnType<typeof house.search>, question: string) =>
  (await search.search(workspaceId, question, { limit: 3, byMeaning: true })).hits.map(({ id }) => id);

test('an English question finds the Japanese article, and nothing leaves the machine', async () => {
  const running = await embedded();
  const search = house.search();
  expect((await find(search, ENGLISH))[0]).toBe(fee.id);
  expect((await search.search(workspaceId, ENGLISH, { limit: 3 })).hits.map(({ id }) => id)).not.toContain(fee.id);
  expect(stub.requests()).toEqual([]);
  const calls = await ctx.transaction((tx) => tx.selectFrom('model_calls').select(['purpose', 'model', 'cost', 'outcome']).execute());
  expect(calls).toContainEqual({
    purpose: 'embed_question',
    model: expect.stringMatching(/^tiny@[0-9a-f]{12}$/),
    cost: 0,
    outcome: 'ok',
  });
  await running.stop();
});

test('a process that begins loads the model before anybody asks', async () => {
  const running = await embedded();
  const other = await house.otherProcess();
  const before = started.threads;
  await other.search.warm(workspaceId);
  expect(started.threads).toBe(before + 1);
  expect(await find(other.search, ENGLISH)).toContain(fee.id);
  expect(started.threads).toBe(before + 1);
  await running.stop();
});

test('a file swapped for a model of another width: answers keep flowing while all is embedded anew', async () => {
  const running = await embedded();
  const search = house.search();
  expect(await find(search, ENGLISH)).toContain(fee.id);
  writeTinyModel(folder, { width: 9 });
  let asked = 0;
  await expect
    .poll(
      async () => {
        asked += 1;
        expect(await find(search, `${ENGLISH} ${asked}`)).toContain(fee.id);
        return house.stateOf(ctx);
      },
      { interval: 10 },
    )
    .toMatchObject({ inUse: { width: 9, articles: 3 }, next: null, failure: null });
  await expect.poll(() => find(search, `${ENGLISH} please`)).toContain(fee.id);
  await running.stop();
});

describe('when the model is in trouble', () => {
  test.each([
    ['a broken file', { 'model.onnx': Buffer.from('no model') }, 'model_broken'],
    ['a missing tokenizer', { 'tokenizer.json': null }, 'tokenizer_missing'],
  ])('%s: the settings say so, words alone find, and mending it is enough', async (_what, files, failure) => {
    writeTinyModel(folder, { files });
    await choose();
    const running = await keeper(60_000);
    const search = house.search();
    await untilState(ctx, { inUse: null, failure });
    expect(await find(search, '送料')).toContain(fee.id);
    expect(await find(search, ENGLISH)).not.toContain(fee.id);
    writeTinyModel(folder);
    await untilState(ctx, { inUse: { articles: 3 }, next: null, failure: null });
    await expect.poll(() => find(search, ENGLISH)).toContain(fee.id);
    await running.stop();
  });

  test('a thread killed in the middle of a batch is started again, and the articles are embedded', async () => {
    await choose();
    killing.left = 1;
    const running = await keeper();
    await untilState(ctx, { inUse: { articles: 3 }, next: null, failure: null });
    expect(killing.left).toBe(0);
    expect(await find(house.search(), ENGLISH)).toContain(fee.id);
    await running.stop();
  });

  test('one that is killed every time: the settings say so, and words alone find', async () => {
    await choose();
    killing.left = Number.POSITIVE_INFINITY;
    const running = await keeper();
    await untilState(ctx, { inUse: null, failure: 'crashed' });
    expect(await find(house.search(), '送料')).toContain(fee.id);
    killing.left = 0;
    await untilState(ctx, { inUse: { articles: 3 }, failure: null });
    await running.stop();
  });

  test('a folder that was emptied: what is loaded goes on, and the settings say what is missing', async () => {
    const running = await embedded();
    const search = house.search();
    expect(await find(search, ENGLISH)).toContain(fee.id);
    writeTinyModel(folder, { files: { 'model.onnx': null } });
    await untilState(ctx, { inUse: { articles: 3 }, failure: 'model_missing' });
    expect(await find(search, `${ENGLISH} now`)).toContain(fee.id);
    await running.stop();
  });
});

test('from an endpoint to the server itself: address and key are forgotten, and the old vectors are not asked for there', async () => {
  await house.choose(ctx, { key: 'sk-1' });
  const running = await keeper();
  await untilState(ctx, { inUse: { model: 'toy-8', articles: 3 } });
  expect(await choose()).toMatchObject({ source: 'local', url: '', model: '', hasKey: false });
  await untilState(ctx, { inUse: { model: expect.stringMatching(/^tiny@/), articles: 3 }, next: null });
  const before = stub.requests().length;
  const search = house.search();
  expect(await find(search, ENGLISH)).toContain(fee.id);
  await house.choose(ctx, { enabled: false, source: 'local' });
  expect(await find(search, `${ENGLISH} off`)).not.toContain(fee.id);
  expect(stub.requests()).toHaveLength(before);
  await running.stop();
});
