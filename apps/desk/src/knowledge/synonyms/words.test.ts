import { expect, test } from 'vitest';
import { readWords, wordsFault } from './words.ts';

test('words are parted at commas of either kind and at line breaks, never at spaces', () => {
  expect(readWords(['クール便、冷蔵便,冷凍便', ' Cool Box \r\n保冷箱'])).toEqual(['クール便', '冷蔵便', '冷凍便', 'Cool Box', '保冷箱']);
});

test('a word that only differs in width or case is there already', () => {
  expect(readWords(['ＥＣ', 'ec', 'ネット通販', '、'])).toEqual(['ＥＣ', 'ネット通販']);
});

test('a group has two to twenty words of at most sixty characters that can be stored', () => {
  expect(wordsFault(['クール便', '冷蔵便'])).toBeUndefined();
  expect(wordsFault(['クール便'])).toEqual({ word: 'fault.synonym_too_few' });
  expect(wordsFault(Array.from({ length: 21 }, (_, at) => `商品${at}`))).toEqual({ word: 'fault.synonym_too_many', values: { max: 20 } });
  expect(wordsFault(['クール便', '冷'.repeat(60)])).toBeUndefined();
  expect(wordsFault(['クール便', '冷'.repeat(61)])).toEqual({
    word: 'fault.synonym_long',
    values: { word: `${'冷'.repeat(12)}…`, max: 60 },
  });
  expect(wordsFault(['クール便', '\ud800'])).toEqual({ word: 'fault.malformed' });
});
