import { beforeEach, describe, expect, test } from 'vitest';
import { embeds } from '../../../test/embedding-stub.ts';
import { vectorsHouse } from '../../../test/vectors-house.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { saveArticle, setArticleStatus } from '../knowledge.commands.ts';

const house = await vectorsHouse();
const { stub, keeper, choose, publish, untilState } = house;
const MENDING = 'Could you mend a bowl that is cracked?';

let ctx: Ctx;
let workspaceId: string;
let kintsugi: Awaited<ReturnType<typeof publish>>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
  kintsugi = await publish(ctx, '金継ぎは頼めますか');
  await publish(ctx, '送料はいくらですか');
  await publish(ctx, '駐車場はありますか');
  await choose(ctx);
});
/** A keeper that has embedded all. */
async function embedded(articles = 3) {
  const running = await keeper();
  await untilState(ctx, { inUse: { articles }, next: null });
  return running;
}
const find = async (search: ReturnType<typeof house.search>, question: string) =>
  (await search.search(workspaceId, question, { limit: 3, byMeaning: true })).hits.map(({ id }) => id);
const asked = (question: string) => stub.texts().filter((text) => text === question).length;

test('an English question finds its Japanese article, and a Japanese one its English article', async () => {
  const engraving = await publish(ctx, 'Do you engrave teapots?', 'On the lid.');
  const running = await embedded(4);
  const search = house.search();
  expect(await find(search, MENDING)).toContain(kintsugi.id);
  expect(await find(search, '名入れの件で')).toContain(engraving.id);
  expect((await search.search(workspaceId, MENDING, { limit: 3 })).hits.map(({ id }) => id)).not.toContain(kintsugi.id);
  await running.stop();
});

test('only what is to be asked by meaning is sent, and the same question once', async () => {
  const running = await embedded();
  const search = house.search();
  await search.search(workspaceId, MENDING, { limit: 3 });
  const { before } = await search.trial(workspaceId, { put: [], remove: [], synonyms: null });
  await before.search(MENDING, { limit: 3 });
  expect(asked(MENDING)).toBe(0);
  await find(search, MENDING);
  await find(search, MENDING);
  expect(asked(MENDING)).toBe(1);
  await running.stop();
});

test('the search of another process follows what is embedded, changed and taken back', async () => {
  const running = await keeper();
  const search = house.search();
  await expect.poll(() => find(search, MENDING)).toContain(kintsugi.id);
  const cloth = await publish(ctx, 'ふろしきは選べますか');
  await expect.poll(() => find(search, 'Which wrapping cloth have you got?')).toContain(cloth.id);
  await saveArticle(ctx, cloth.id, { ...cloth, question: '名入れは頼めますか', locale: 'ja', version: 1 });
  await expect.poll(() => find(search, 'Will you put my initials on it?')).toContain(cloth.id);
  expect(await find(search, 'Which wrapping cloth have you got?')).not.toContain(cloth.id);
  await setArticleStatus(ctx, kintsugi.id, 'archived');
  await expect.poll(() => find(search, MENDING)).not.toContain(kintsugi.id);
  await running.stop();
});

describe('when the endpoint is in trouble', () => {
  test('the words alone answer, after the time limit at most, and then at once', async () => {
    const running = await embedded();
    const search = house.search();
    await search.warm(workspaceId);
    const before = stub.requests().length;
    stub.behave(embeds.hanging);
    const began = performance.now();
    for (let n = 0; n < 6; n += 1) expect(await find(search, `送料 ${n}`)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(stub.requests().length - before).toBe(3);
    await running.stop();
  });

  test('a question of another width is not compared, and all is embedded anew', async () => {
    const running = await embedded();
    const search = house.search();
    stub.behave(embeds.well(12));
    expect(await find(search, MENDING)).not.toContain(kintsugi.id);
    await untilState(ctx, { inUse: { width: 12, articles: 3 }, next: null, failure: null });
    await expect.poll(() => find(search, MENDING)).toContain(kintsugi.id);
    await running.stop();
  });
});

test('while another model is embedding, the old one goes on finding, and then the new one does', async () => {
  const running = await embedded();
  const search = house.search();
  stub.behave((request, response) => (request.model === 'toy-8' ? embeds.well() : embeds.failing(503, 'loading'))(request, response));
  await choose(ctx, { model: 'toy-16' });
  await untilState(ctx, { inUse: { model: 'toy-8' }, next: { model: 'toy-16' }, failure: 'server_error' });
  expect(await find(search, MENDING)).toContain(kintsugi.id);
  stub.behave(embeds.well());
  await untilState(ctx, { inUse: { model: 'toy-16', width: 16 }, next: null });
  await expect.poll(() => find(search, `${MENDING} please`)).toContain(kintsugi.id);
  expect(stub.requests().at(-1)).toMatchObject({ model: 'toy-16', input: [`${MENDING} please`] });
  await running.stop();
});

test('switched off, nothing leaves', async () => {
  const running = await embedded();
  const search = house.search();
  await find(search, MENDING);
  await choose(ctx, { enabled: false });
  const before = stub.requests().length;
  expect(await find(search, `${MENDING} now`)).not.toContain(kintsugi.id);
  expect(stub.requests()).toHaveLength(before);
  await running.stop();
});
