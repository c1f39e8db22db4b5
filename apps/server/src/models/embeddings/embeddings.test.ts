import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { embeddingStub, embeds } from '../../../test/embedding-stub.ts';
import { stage } from '../../../test/stage.ts';
import { modelUsageOf } from '../usage.queries.ts';
import { askEmbeddings } from './ask-embeddings.ts';
import { openEmbeddings } from './embeddings.caller.ts';
import { changeEmbeddingSettings, type EmbeddingWish } from './embeddings.commands.ts';
import { storedEmbeddingSettings } from './embeddings.queries.ts';
import { openLocalModel } from './local/local-model.ts';
import { tryEmbeddings } from './test-embeddings.commands.ts';

const { system, workspaceId, clock } = await stage();
const stub = await embeddingStub();
const local = openLocalModel({ folder: null, prefixes: null });
const deps = { sealingKey: randomBytes(32), hosts: [stub.host], ask: askEmbeddings([stub.host]), local, hasLocal: false };
const embeddings = openEmbeddings({ ...deps, backgroundMs: 300 });
const KEY = 'sk-very-secret-0123456789';
const never = new AbortController().signal;

const settings: EmbeddingWish = { source: 'endpoint', url: stub.url, model: 'toy-8', key: KEY, enabled: true, timeLimitMs: 200, price: 10 };
const change = (wish: Partial<EmbeddingWish> = {}) => {
  clock.advance(1);
  return changeEmbeddingSettings(system, deps, { ...settings, ...wish });
};
const space = { url: stub.url, model: 'toy-8', width: 8 };
const ask = (text: string, of = space) => embeddings.embedQuestion(system, of, text);
const calls = () => system.transaction((tx) => tx.selectFrom('model_calls').selectAll().orderBy('id').execute());

test('without settings nothing is sent', async () => {
  expect(await embeddings.space(system)).toBeNull();
  expect(await embeddings.embedArticles(system, ['送料'], never)).toBeNull();
  expect(await ask('送料は?')).toEqual({ vector: null, changedWidth: false });
  expect((await tryEmbeddings(system, deps, {})).failure).toBe('not_set');
  await change({ enabled: false });
  expect(await ask('送料は?')).toEqual({ vector: null, changedWidth: false });
  expect(stub.requests()).toEqual([]);
});

describe('the settings', () => {
  test('keep the key sealed, only say that there is one, and never take it to another server', async () => {
    const saved = await change({ url: `${stub.url}/embeddings` });
    expect(saved).toEqual({ source: 'endpoint', url: stub.url, model: 'toy-8', hasKey: true, enabled: true, timeLimitMs: 200, price: 10 });
    const row = await system.transaction((tx) => storedEmbeddingSettings(tx, workspaceId));
    expect(row!.key!.toString('latin1')).not.toContain('secret');
    expect((await change({ key: undefined, model: 'toy-9' })).hasKey).toBe(true);
    expect((await change({ key: undefined, url: 'https://models.example/v1' })).hasKey).toBe(false);
  });

  test.each([
    ['an address in this network', { url: 'http://10.0.0.1/v1' }, 'model.address_refused'],
    ['on without a model', { model: ' ' }, 'model.incomplete'],
    ["the server's own model where it has none", { source: 'local' }, 'model.no_folder'],
  ] as const)('refuse %s', async (_what, wish, code) => {
    await expect(change(wish)).rejects.toMatchObject({ code });
  });
});

describe('a trial', () => {
  test('really asks, and says how wide the vectors are', async () => {
    await change();
    expect(await tryEmbeddings(system, deps, {})).toMatchObject({ ok: true, model: 'toy-8', width: 8, failure: null, tokens: 7 });
    expect(stub.requests()).toMatchObject([{ url: '/v1/embeddings', key: `Bearer ${KEY}`, model: 'toy-8', input: ['Are you there?'] }]);
  });

  test.each([
    ['a wrong key', embeds.failing(401, `Incorrect API key: ${KEY}`), 'key_refused', '401'],
    ['too few vectors', embeds.as(() => []), 'bad_vectors', null],
    ['a vector of nothing', embeds.as(() => [[0, 0, 0]]), 'bad_vectors', null],
    ['a hole in a vector', embeds.as(() => [[0.5, null, 1]]), 'bad_vectors', null],
    ['an empty vector', embeds.as(() => [[]]), 'bad_vectors', null],
    ['words instead of numbers', embeds.as(() => ['AAAA']), 'bad_vectors', null],
  ] as const)('tells of %s, without the key', async (_what, behavior, failure, detail) => {
    await change();
    stub.behave(behavior);
    const result = await tryEmbeddings(system, deps, {});
    expect(result).toMatchObject({ ok: false, failure, width: null });
    if (detail) expect(result.detail).toContain(detail);
    expect(JSON.stringify(result)).not.toContain(KEY);
  });
});

describe('texts of articles', () => {
  test('come back as vectors of length 1, and are counted with their price', async () => {
    await change();
    const before = (await calls()).length;
    const reply = await embeddings.embedArticles(system, ['送料', '返品'], never);
    expect(reply).toMatchObject({ failure: null, tokens: 14, space: { url: stub.url, model: 'toy-8' } });
    for (const vector of reply!.vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    const call = (await calls()).slice(before);
    expect(call).toMatchObject([{ purpose: 'embed_article', model: 'toy-8', tokens_in: 14, cost: 14e-5, outcome: 'ok' }]);
    expect(JSON.stringify(call)).not.toContain('送料');
    expect((await modelUsageOf(system, 7)).days.map(({ purpose }) => purpose)).toContain('embed_article');
  });

  test('of different widths are refused together', async () => {
    await change();
    stub.behave(embeds.as(() => [[1, 2], [1]]));
    expect(await embeddings.embedArticles(system, ['a', 'b'], never)).toMatchObject({ failure: 'bad_vectors', vectors: [] });
  });

  test('an endpoint that hangs costs the time limit and no more', async () => {
    await change();
    stub.behave(embeds.hanging);
    expect(await embeddings.embedArticles(system, ['a'], never)).toMatchObject({ failure: 'timeout', vectors: [] });
  });
});

describe('a question', () => {
  test('leaves without what is personal', async () => {
    await change();
    const { vector } = await ask('山田太郎と申します。09012345678 か taro@mail.example に、送料を教えてください');
    expect(vector).toHaveLength(8);
    expect(stub.texts()).toEqual(['[NAME_1]と申します。[PHONE_1] か [EMAIL_1] に、送料を教えてください']);
    expect((await calls()).at(-1)).toMatchObject({ purpose: 'embed_question', outcome: 'ok' });
  });

  test('goes to the model whose vectors the articles have, but never to a server that was taken away', async () => {
    await change({ model: 'toy-16' });
    expect((await ask('送料は?')).vector).toHaveLength(8);
    expect(stub.requests()).toMatchObject([{ model: 'toy-8' }]);
    await ask('送料は?', { ...space, url: 'http://127.0.0.1:1/v1' });
    expect(stub.requests()).toHaveLength(1);
  });

  test('gets no vector of another width', async () => {
    await change();
    stub.behave(embeds.well(12));
    expect(await ask('送料は?')).toEqual({ vector: null, changedWidth: true });
    expect((await calls()).at(-1)).toMatchObject({ outcome: 'bad_answer', trace: { failure: 'width_changed' } });
  });

  test('waits no longer than its limit, and after three failures the endpoint is left alone', async () => {
    await change();
    stub.behave(embeds.hanging);
    const began = performance.now();
    for (let n = 0; n < 5; n += 1) expect((await ask(`送料は? ${n}`)).vector).toBeNull();
    expect(stub.requests()).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(2500);
    await change();
    stub.behave(embeds.well());
    expect((await ask('送料は?')).vector).toHaveLength(8);
  });
});
