import { expect, test } from 'vitest';
import { E5_PREFIXES, maxTokensOf, NO_PREFIXES, nameOf, poolingOf, prefixesOf } from './folder.rules.ts';

test('a model is called what it was published as, or as its folder', () => {
  expect(nameOf({ _name_or_path: 'intfloat/multilingual-e5-small' }, 'here')).toBe('multilingual-e5-small');
  expect(nameOf({ _name_or_path: '/opt/models/own/' }, 'here')).toBe('own');
  expect(nameOf({}, '/srv/ruri-v3')).toBe('ruri-v3');
});

test.each([
  [null, 'mean'],
  [{ pooling_mode_cls_token: false, pooling_mode_mean_tokens: true }, 'mean'],
  [{ pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }, 'cls'],
  [{ pooling_mode: 'cls' }, 'cls'],
  [{ pooling_mode: 'lasttoken' }, null],
  [{ pooling_mode_max_tokens: true }, null],
] as const)('%j is pooled by %s', (config, pooling) => {
  expect(poolingOf(config)).toBe(pooling);
});

test('prefixes come with the model, or from its name', () => {
  expect(prefixesOf('multilingual-e5-base', null)).toEqual(E5_PREFIXES);
  expect(prefixesOf('table512-v1', {})).toEqual(NO_PREFIXES);
  expect(prefixesOf('e5-small', { prompts: { query: '検索クエリ: ', document: '検索文書: ' } })).toEqual({
    kind: 'custom',
    query: '検索クエリ: ',
    passage: '検索文書: ',
  });
  expect(prefixesOf('own', { prompts: { query: 'query: ', passage: 'passage: ' } }).kind).toBe('e5');
  expect(prefixesOf('own', { prompts: { query: '', document: '' } })).toEqual(NO_PREFIXES);
});

test('no more tokens than the most careful file says', () => {
  const files = { sentence: null, tokenizer: { model_max_length: 1e30 }, config: { max_position_embeddings: 514 } };
  expect(maxTokensOf(files)).toBe(512);
  expect(maxTokensOf({ ...files, sentence: { max_seq_length: 128 } })).toBe(128);
  expect(maxTokensOf({ sentence: null, tokenizer: null, config: null })).toBe(512);
  expect(maxTokensOf({ sentence: null, tokenizer: { model_max_length: 8192 }, config: null })).toBe(1024);
});
