import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { tinyModel, writeTinyModel } from '../../../../test/tiny-model.ts';
import type { LocalModel } from './local.types.ts';
import { openLocalModel } from './local-model.ts';

const opened: LocalModel[] = [];
afterAll(() => Promise.all(opened.map((model) => model.close())));
const open = (folder: string | null, options: Partial<Parameters<typeof openLocalModel>[0]> = {}) => {
  const model = openLocalModel({ folder, prefixes: null, ...options });
  opened.push(model);
  return model;
};
const calm = { timeLimitMs: 20_000, urgent: false };
const embed = (model: LocalModel, ...texts: string[]) => model.embed('', 'passage', texts, calm);
const cosine = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, at) => sum + value * other[at]!, 0);

test('what means the same in two languages is near, and all vectors have length 1', async () => {
  const model = open(tinyModel());
  const { vectors, failure, tokens, identity } = await embed(model, '送料はいくらですか', 'delivery cost', 'parking', 'Return');
  expect({ failure, identity }).toEqual({ failure: null, identity: expect.stringMatching(/^tiny@[0-9a-f]{12}$/) });
  expect(tokens).toBe(5 + 2 + 1 + 1);
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  expect(cosine(vectors[0]!, vectors[1]!)).toBeGreaterThan(0.9);
  expect(cosine(vectors[0]!, vectors[2]!)).toBeLessThan(0.3);
});

test('a text has the same vector alone and beside longer ones, and an empty or endless one has one, too', async () => {
  const model = open(tinyModel());
  const { vectors: alone } = await embed(model, '返品');
  const { vectors } = await embed(model, '返品', '送料 '.repeat(300), '', 'how much is the delivery cost', '👍');
  expect(vectors).toHaveLength(5);
  expect((await embed(model, '送料 '.repeat(300))).tokens).toBe(64);
  expect(cosine(vectors[0]!, alone[0]!)).toBeCloseTo(1, 5);
});

test('questions and passages get the words before them that the model was trained with', async () => {
  const model = open(tinyModel({ name: 'owner/tiny-e5' }));
  const asked = await model.embed('', 'query', ['送料'], calm);
  expect(asked.tokens).toBe('query : 送料'.split(' ').length);
  const plain = open(tinyModel({ name: 'owner/tiny-e5' }), { prefixes: { kind: 'none', query: '', passage: '' } });
  const unprefixed = await plain.embed('', 'query', ['送料'], calm);
  expect(unprefixed.tokens).toBe(1);
  expect(unprefixed.identity).not.toBe(asked.identity);
});

describe('what is wrong with the folder is said', () => {
  test.each([
    ['no folder is named', null, {}, 'no_folder', null],
    ['no model', 'folder', { 'model.onnx': null }, 'model_missing', 'model.onnx'],
    ['no tokenizer', 'folder', { 'tokenizer.json': null }, 'tokenizer_missing', 'tokenizer.json'],
    ['bytes that are no model', 'folder', { 'model.onnx': Buffer.from('404: Not Found') }, 'model_broken', 'protobuf'],
    ['a tokenizer that is no JSON', 'folder', { 'tokenizer_config.json': Buffer.from('<html>') }, 'model_broken', 'tokenizer_config.json'],
    ['a tokenizer of an unknown kind', 'folder', { 'tokenizer.json': { model: { type: 'Strange' } } }, 'model_broken', ''],
    ['an unknown pooling', 'folder', { '1_Pooling/config.json': { pooling_mode: 'lasttoken' } }, 'model_broken', 'mean, cls'],
  ] as const)('%s', async (_what, where, files, failure, detail) => {
    const reply = await embed(open(where && tinyModel({ files })), '送料');
    expect(reply).toMatchObject({ failure, vectors: [] });
    if (detail !== null) expect(reply.detail).toContain(detail);
    expect(reply.detail ?? '').not.toContain('madoguchi-tiny-model-');
  });

  test('a folder that is not there', async () => {
    expect(await embed(open('/nowhere/at-all'), 'a')).toMatchObject({ failure: 'model_missing', detail: null });
  });
});

test('a model that was replaced goes on answering while it is loaded, beside the new one', async () => {
  const folder = tinyModel();
  const model = open(folder);
  const before = await embed(model, '送料');
  writeTinyModel(folder, { width: 9 });
  const after = await embed(model, '送料');
  expect(after.vectors[0]).toHaveLength(9);
  expect(after.identity).not.toBe(before.identity);
  expect((await model.embed(before.identity, 'query', ['送料'], calm)).vectors).toEqual(before.vectors);
  writeTinyModel(folder, { files: { 'model.onnx': Buffer.from('half a fi') } });
  expect((await embed(model, '送料')).failure).toBe('model_broken');
  expect((await model.embed(before.identity, 'query', ['送料'], calm)).vectors).toEqual(before.vectors);
  rmSync(join(folder, 'model.onnx'));
  expect((await model.embed('tiny@000000000000', 'query', ['送料'], calm)).failure).toBe('model_missing');
});

test('whoever watches hears that the model was replaced or mended', async () => {
  const folder = tinyModel({ files: { 'tokenizer.json': null } });
  const model = open(folder, { everyMs: 10 });
  const changed = vi.fn();
  const unwatch = model.watch(changed);
  await model.look();
  writeTinyModel(folder);
  await expect.poll(() => changed.mock.calls.length).toBe(1);
  writeTinyModel(folder, { width: 7 });
  await expect.poll(() => changed.mock.calls.length).toBe(2);
  unwatch();
});

test('the same files in another place are the same model', async () => {
  const one = tinyModel();
  const quantized = tinyModel({ files: { 'model.onnx': null, 'onnx/model_quantized.onnx': readFileSync(join(one, 'model.onnx')) } });
  expect((await embed(open(quantized), 'a')).identity).toBe((await embed(open(one), 'a')).identity);
});

test('a question that does not wait any longer gets nothing, and the model is still there for the next', async () => {
  const model = open(tinyModel());
  expect(await model.embed('', 'query', ['送料'], { timeLimitMs: 1, urgent: true })).toMatchObject({ failure: 'timeout', vectors: [] });
  expect((await model.embed('', 'query', ['送料'], calm)).failure).toBeNull();
});
