import { expect, test } from 'vitest';
import { packTokens, unpackTokens } from './tokens.ts';

const tabe = { surface: '食べ', partOfSpeech: '動詞', partOfSpeechSubcategory1: '自立', baseForm: '食べる', reading: 'タベ' };

test('a word crosses between threads whole', () => {
  expect(unpackTokens(packTokens([tabe]))).toEqual([{ surface: '食べ', base: '食べる', reading: 'タベ', pos: '動詞', detail: '自立' }]);
});

test('an unknown word is a noun that stands for itself, with a reading only when it is kana', () => {
  const words = [
    { surface: 'グルメっち', partOfSpeech: 'UNK' },
    { surface: '鷗亭', partOfSpeech: 'UNK' },
  ];
  expect(unpackTokens(packTokens(words))).toEqual([
    { surface: 'グルメっち', base: 'グルメっち', reading: 'グルメッチ', pos: '名詞', detail: '未知' },
    { surface: '鷗亭', base: '鷗亭', reading: '', pos: '名詞', detail: '未知' },
  ]);
});

test('what the dictionary marks with * is not there', () => {
  const [token] = unpackTokens(
    packTokens([{ surface: 'か', partOfSpeech: '助詞', partOfSpeechSubcategory1: '*', baseForm: '*', reading: '*' }]),
  );
  expect(token).toEqual({ surface: 'か', base: 'か', reading: '', pos: '助詞', detail: '' });
});
