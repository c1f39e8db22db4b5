import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { behaves, modelStub } from '../../test/model-stub.ts';
import { stage } from '../../test/stage.ts';
import { askModel } from './ask-model.ts';
import { openModels } from './models.caller.ts';
import { changeModelSettings, type ModelWish } from './models.commands.ts';
import { storedSettings, toModelSettings } from './models.queries.ts';
import { tryModel } from './test-model.commands.ts';
import { modelUsageOf } from './usage.queries.ts';

const { system, workspaceId, clock } = await stage();
const stub = await modelStub();
const deps = { sealingKey: randomBytes(32), hosts: [stub.host], ask: askModel([stub.host]) };
const models = openModels(deps.sealingKey, deps.ask);
const KEY = 'sk-very-secret-0123456789';

const settings: ModelWish = {
  url: stub.url,
  model: 'small-1',
  key: KEY,
  enabled: true,
  timeLimitMs: 1000,
  priceIn: 100,
  priceOut: 400,
  currency: 'JPY',
};
const change = (wish: Partial<ModelWish> = {}) => {
  clock.advance(1);
  return changeModelSettings(system, deps, { ...settings, ...wish });
};
const kept = async () => toModelSettings(await system.transaction((tx) => storedSettings(tx, workspaceId)));
const calls = () => system.transaction((tx) => tx.selectFrom('model_calls').selectAll().orderBy('id').execute());
const note = { purpose: 'answer', outcome: 'ok' as const, conversationId: null, trace: {} };

test('without settings nothing is asked', async () => {
  stub.behave(behaves.saying('hello'));
  expect(await models.ask(system, { instructions: '', prompt: 'Q', maxTokens: 10 }, () => ({ note }))).toBeNull();
  expect(await models.isOn(system)).toBe(false);
  expect(stub.requests()).toEqual([]);
  expect((await tryModel(system, deps, {})).failure).toBe('not_set');
});

describe('the settings', () => {
  test('keep the key sealed, and only say that there is one', async () => {
    const saved = await change();
    expect(saved).toMatchObject({ url: stub.url, model: 'small-1', hasKey: true, enabled: true });
    expect(JSON.stringify(saved)).not.toContain(KEY);
    const row = await system.transaction((tx) => storedSettings(tx, workspaceId));
    expect(row!.chat_key!.toString('latin1')).not.toContain('secret');
    const facts = await system.transaction((tx) =>
      tx.selectFrom('events').select('data').where('name', '=', 'model_settings.changed').execute(),
    );
    expect(JSON.stringify(facts)).not.toContain(KEY);
    expect(facts.at(-1)!.data).toMatchObject({ enabled: true, changed: expect.arrayContaining(['url', 'hasKey']) });
  });

  test('a key is kept while the server stays, and never follows to another', async () => {
    await change();
    expect((await change({ key: undefined, url: `${stub.url}/chat/completions`, model: 'small-2' })).hasKey).toBe(true);
    expect((await change({ key: undefined, url: 'https://models.example/v1' })).hasKey).toBe(false);
    await change();
    expect((await change({ key: '' })).hasKey).toBe(false);
  });

  test.each([
    ['an address in this network', { url: 'http://10.0.0.1/v1' }, 'model.address_refused'],
    ['plain http', { url: 'http://models.example/v1' }, 'model.address_refused'],
    ['on without a model', { model: ' ' }, 'model.incomplete'],
    ['on without an address', { url: '' }, 'model.incomplete'],
  ])('refuse %s', async (_what, wish, code) => {
    await change();
    const before = await kept();
    await expect(change(wish)).rejects.toMatchObject({ code });
    expect(await kept()).toEqual(before);
  });

  test('the same again is no news', async () => {
    await change();
    const count = async () =>
      (await system.transaction((tx) => tx.selectFrom('events').select('name').where('name', '=', 'model_settings.changed').execute()))
        .length;
    const before = await count();
    await change({ key: undefined });
    expect(await count()).toBe(before);
  });
});

describe('a trial', () => {
  test('really asks, and says what came back, how long it took and what it used', async () => {
    await change();
    stub.behave(behaves.saying('こんにちは'));
    const result = await tryModel(system, deps, {});
    expect(result).toMatchObject({ ok: true, model: 'small-1', said: 'こんにちは', failure: null, tokensIn: 120, tokensOut: 30 });
    expect(stub.requests()).toMatchObject([{ url: '/v1/chat/completions', key: `Bearer ${KEY}`, model: 'small-1' }]);
  });

  test('of another server does not get the kept key', async () => {
    await change();
    const other = await modelStub();
    other.behave(behaves.saying('hi'));
    const result = await tryModel(system, { ...deps, hosts: [stub.host, other.host], ask: askModel([other.host]) }, { url: other.url });
    expect(result.ok).toBe(true);
    expect(other.requests()).toMatchObject([{ key: null }]);
  });

  test.each([
    ['a wrong key', behaves.failing(401, `Incorrect API key: ${KEY}`), 'key_refused', '401'],
    ['a wrong model', behaves.failing(404, 'model not found'), 'not_found', 'model not found'],
    ['too much at once', behaves.failing(429, 'Rate limit'), 'too_many', 'Rate limit'],
    ['its own trouble', behaves.failing(500, 'boom'), 'server_error', 'boom'],
    ['a page that is no API', behaves.talkingHtml, 'no_reply', ''],
    ['silence', behaves.hanging, 'timeout', null],
    ['a filter', behaves.filtered, 'refused', null],
    ['a refusal', behaves.refusing, 'refused', null],
    ['no end of words', behaves.huge, 'no_reply', 'too_large'],
  ] as const)('tells of %s, without the key', async (_what, behavior, failure, detail) => {
    await change({ timeLimitMs: 1000 });
    stub.behave(behavior);
    const result = await tryModel(system, deps, {});
    expect(result).toMatchObject({ ok: false, said: null, failure });
    if (detail === null) expect(result.detail).toBeNull();
    else expect(result.detail).toContain(detail);
    expect(JSON.stringify([result, await calls()])).not.toContain(KEY);
  });

  test('of an address nobody named goes nowhere', async () => {
    for (const url of ['http://127.0.0.1:9/v1', 'http://localhost/v1', 'http://10.0.0.1/v1'])
      expect((await tryModel(system, deps, { url, model: 'x' })).failure).toBe('address_refused');
    // https to a private address is found out when it is looked up.
    expect((await tryModel(system, deps, { url: 'https://127.0.0.1/v1', model: 'x' })).failure).toBe('address_refused');
    expect(
      (
        await tryModel(
          system,
          { ...deps, ask: askModel(['127.0.0.1:1']), hosts: ['127.0.0.1:1'] },
          { url: 'http://127.0.0.1:1/v1', model: 'x' },
        )
      ).failure,
    ).toBe('unreachable');
  });
});

describe('the account of calls', () => {
  test('adds up calls, tokens and cost per day and purpose, and how they ended', async () => {
    await change();
    const before = await modelUsageOf(system, 30);
    stub.behave(behaves.saying('ok'));
    await models.ask(system, { instructions: 'I', prompt: 'Q', maxTokens: 10 }, () => ({ note }));
    await models.ask(system, { instructions: 'I', prompt: 'Q', maxTokens: 10 }, () => ({ note: { ...note, outcome: 'unmatched' } }));
    const usage = await modelUsageOf(system, 30);
    expect(usage.total.calls - before.total.calls).toBe(2);
    // 120 tokens in at 100 and 30 out at 400 per million, twice.
    expect(usage.total.cost - before.total.cost).toBeCloseTo(0.048, 10);
    expect(usage.days).toContainEqual({
      day: '2026-11-24',
      purpose: 'answer',
      calls: 2,
      tokensIn: 240,
      tokensOut: 60,
      cost: expect.closeTo(0.048, 10),
    });
    expect(usage.outcomes).toContainEqual({ outcome: 'unmatched', calls: 1 });
    clock.advance(40 * 86_400_000);
    expect((await modelUsageOf(system, 30)).total.calls).toBe(0);
  });

  test('an endpoint that is away is left alone after three questions', async () => {
    await change();
    stub.behave(behaves.failing(503, 'away'));
    const ask = () =>
      models.ask(system, { instructions: 'I', prompt: 'Q', maxTokens: 10 }, () => ({ note: { ...note, outcome: 'error' } }));
    for (let i = 0; i < 5; i += 1) await ask();
    expect(stub.requests()).toHaveLength(3);
    expect(await models.isOn(system)).toBe(false);
    await change();
    expect(await models.isOn(system)).toBe(true);
  });
});
