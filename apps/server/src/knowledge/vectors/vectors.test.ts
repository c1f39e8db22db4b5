import { beforeEach, describe, expect, test } from 'vitest';
import { embeds } from '../../../test/embedding-stub.ts';
import { vectorsHouse } from '../../../test/vectors-house.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { saveArticle, setArticleStatus } from '../knowledge.commands.ts';

const house = await vectorsHouse();
const { stub, keeper, choose, publish, untilState } = house;

let ctx: Ctx;
let workspaceId: string;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
});
const factsOf = async (name: string) => (await house.factsOf(workspaceId)).filter((fact) => fact.name === name);
const rows = () =>
  ctx.transaction((tx) =>
    tx.selectFrom('article_vectors').select(['article_id', 'part', 'vector', 'text_hash']).orderBy('article_id').orderBy('part').execute(),
  );
/** Each has two texts. */
const publishMany = async (count: number) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await publish(ctx, `送料について ${n}`)).id);
  return ids;
};

test('without a model nothing is sent and nothing kept', async () => {
  const running = await keeper();
  await publish(ctx, '送料はいくらですか');
  const search = house.search();
  expect((await search.search(workspaceId, '送料', { limit: 3, byMeaning: true })).meaning).toBeUndefined();
  await running.stop();
  expect(stub.requests()).toEqual([]);
  expect(await rows()).toEqual([]);
});

test('articles are embedded as they come, change and go', async () => {
  const fee = await publish(ctx, '送料はいくらですか');
  const running = await keeper();
  await choose(ctx);
  await untilState(ctx, { articles: 1, inUse: { model: 'toy-8', width: 8, articles: 1 }, next: null, failure: null });
  const receipt = await publish(ctx, '領収書はもらえますか');
  await untilState(ctx, { inUse: { articles: 2 } });
  expect(stub.texts().sort()).toEqual(
    ['店までお尋ねください。', '店までお尋ねください。', '送料はいくらですか', '領収書はもらえますか'].sort(),
  );

  const before = stub.texts().length;
  await saveArticle(ctx, receipt.id, {
    question: '領収書を再発行できますか',
    answer: receipt.answer,
    category: '',
    examples: [],
    locale: 'ja',
    version: 1,
  });
  await expect.poll(() => stub.texts().slice(before)).toEqual(['領収書を再発行できますか']);
  await setArticleStatus(ctx, fee.id, 'archived');
  await untilState(ctx, { articles: 1, inUse: { articles: 1 } });
  expect((await rows()).map(({ article_id, part }) => [article_id, part])).toEqual([
    [receipt.id, 0],
    [receipt.id, 1],
  ]);
  await running.stop();
});

test('what changed while nobody was looking is seen at the start, and only that is sent', async () => {
  await publish(ctx, '送料はいくらですか');
  await choose(ctx);
  const first = await keeper();
  await untilState(ctx, { inUse: { articles: 1 } });
  await first.stop();
  await publish(ctx, '返品できますか');
  const before = stub.texts().length;
  const second = await keeper();
  await untilState(ctx, { inUse: { articles: 2 } });
  expect(stub.texts().slice(before)).toEqual(['返品できますか', '店までお尋ねください。']);
  await second.stop();
});

test('a process that ends between two batches leaves what it kept, and the next goes on from there', async () => {
  await publishMany(50);
  let batches = 0;
  stub.behave((request, response) => {
    batches += 1;
    if (batches === 1) embeds.well()(request, response);
  });
  await choose(ctx);
  const first = await keeper();
  await expect.poll(() => batches).toBe(2);
  await first.stop();
  expect(await rows()).toHaveLength(64);
  await untilState(ctx, { inUse: null, next: { articles: 32 } });

  stub.behave(embeds.well());
  const before = stub.texts().length;
  const second = await keeper();
  await untilState(ctx, { inUse: { articles: 50 }, next: null });
  expect(stub.texts().slice(before)).toHaveLength(36);
  await second.stop();
});

test('a claim that a dead process left behind is kept out of for a while, and then taken', async () => {
  await publish(ctx, '送料はいくらですか');
  await choose(ctx);
  const claimed = (until: Date) =>
    house.admin.query(
      `insert into embedding_state (workspace_id, claimed_by, claimed_until) values ($1, 'vec_dead', $2)
        on conflict (workspace_id) do update set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until`,
      [workspaceId, until],
    );
  await claimed(new Date(Date.now() + 60_000));
  const first = await keeper();
  await publish(ctx, '返品できますか');
  await first.stop();
  expect(stub.requests()).toEqual([]);
  await claimed(new Date(Date.now() - 1));
  const second = await keeper();
  await untilState(ctx, { inUse: { articles: 2 } });
  await second.stop();
});

describe('another model', () => {
  test('takes the place of the old one when its set is whole, not before, and what was old is gone', async () => {
    await publishMany(35);
    await choose(ctx);
    const running = await keeper();
    await untilState(ctx, { inUse: { model: 'toy-8', articles: 35 } });
    let isOpen = false;
    let batches = 0;
    stub.behave((request, response) => {
      batches += 1;
      // The second batch of the new model comes only when it is let through.
      if (batches === 1 || isOpen) embeds.well()(request, response);
      else embeds.failing(503, 'loading')(request, response);
    });
    await choose(ctx, { model: 'toy-16' });
    await untilState(ctx, {
      inUse: { model: 'toy-8', width: 8, articles: 35 },
      next: { model: 'toy-16', width: 16, articles: 32 },
      failure: 'server_error',
      detail: '503 loading',
    });
    isOpen = true;
    await untilState(ctx, { inUse: { model: 'toy-16', width: 16, articles: 35 }, next: null, failure: null });
    expect((await rows()).map(({ vector }) => vector.length)).toEqual(new Array(70).fill(64));
    expect(await factsOf('article_vectors.switched')).toMatchObject([{ data: { model: 'toy-8' } }, { data: { model: 'toy-16' } }]);
    await running.stop();
  });

  test('that is taken back leaves the vectors as they were', async () => {
    await publish(ctx, '送料はいくらですか');
    await choose(ctx);
    const running = await keeper();
    await untilState(ctx, { inUse: { model: 'toy-8' } });
    stub.behave(embeds.hanging);
    await choose(ctx, { model: 'toy-16' });
    await untilState(ctx, { next: { model: 'toy-16' }, failure: 'timeout' });
    const before = stub.texts().length;
    stub.behave(embeds.well());
    await choose(ctx, { model: 'toy-8' });
    await untilState(ctx, { inUse: { model: 'toy-8' }, next: null, failure: null });
    expect(stub.texts().slice(before).length).toBeLessThanOrEqual(2);
    await running.stop();
  });
});

describe('an endpoint in trouble', () => {
  test.each([
    ['hangs', embeds.hanging, 'timeout'],
    ['sends too few vectors', embeds.as(() => [[1, 2, 3]]), 'bad_vectors'],
    ['sends vectors of nothing', embeds.as((input) => input.map(() => [0, 0])), 'bad_vectors'],
    ['sends holes', embeds.as((input) => input.map(() => [1, null])), 'bad_vectors'],
    ['takes no such key', embeds.failing(401, 'no'), 'key_refused'],
  ])('that %s: it is told, tried again, and works when it does', async (_what, behavior, failure) => {
    await publish(ctx, '送料はいくらですか');
    stub.behave(behavior);
    await choose(ctx);
    const running = await keeper();
    await untilState(ctx, { inUse: null, failure });
    expect(await rows()).toEqual([]);
    stub.behave(embeds.well());
    await untilState(ctx, { inUse: { articles: 1 }, failure: null, failedAt: null });
    await running.stop();
  });

  test('that changes width: no vector is mixed in, and all are made anew beside the old ones', async () => {
    await publishMany(3);
    await choose(ctx);
    const running = await keeper();
    await untilState(ctx, { inUse: { width: 8, articles: 3 } });
    stub.behave(embeds.well(12));
    await publish(ctx, '返品できますか');
    await untilState(ctx, { inUse: { width: 12, articles: 4 }, next: null, failure: null });
    expect((await rows()).map(({ vector }) => vector.length)).toEqual(new Array(8).fill(48));
    await running.stop();
  });

  test('that is of another width at every batch never gets a set together, and says why', async () => {
    await publishMany(35);
    let width = 8;
    stub.behave((request, response) => {
      width += 1;
      embeds.well(width)(request, response);
    });
    await choose(ctx);
    const running = await keeper(200);
    await untilState(ctx, { inUse: null, failure: 'width_changed' });
    await running.stop();
  });

  test('that does not take long texts gets shorter ones', async () => {
    await publish(ctx, '送料はいくらですか', 'あ'.repeat(700));
    await publish(ctx, '返品できますか');
    stub.behave(embeds.only(400));
    await choose(ctx);
    const running = await keeper();
    await untilState(ctx, { inUse: { articles: 2 }, failure: null });
    expect(await rows()).toHaveLength(4);
    await running.stop();
  });
});

test('customers see neither settings nor vectors nor state', async () => {
  await publish(ctx, '送料はいくらですか');
  await choose(ctx);
  const running = await keeper();
  await untilState(ctx, { inUse: { articles: 1 } });
  await running.stop();
  const seen = await house.platform.db.as({ workspaceId, inboxes: [], customerId: 'cus_00000000000000000000000000' }, async (tx) => [
    ...(await tx.selectFrom('embedding_settings').select('workspace_id').execute()),
    ...(await tx.selectFrom('vector_sets').select('workspace_id').execute()),
    ...(await tx.selectFrom('article_vectors').select('workspace_id').execute()),
    ...(await tx.selectFrom('embedding_state').select('workspace_id').execute()),
  ]);
  expect(seen).toEqual([]);
});
