import { channelFailure } from '@madoguchi/contract/channels.ts';
import en from '@madoguchi/words/channels/en.json';
import ja from '@madoguchi/words/channels/ja.json';
import { describe, expect, test } from 'vitest';
import { channelWordsOf } from './channel-words.ts';

describe.each([
  ['ja', ja],
  ['en', en],
])('the words of channels in %s', (_language, catalogue) => {
  const words = channelWordsOf(catalogue);

  test.each(channelFailure.options)('say why: %s', (code) => {
    expect(words.failure(code)).toBeTruthy();
  });

  test('know every channel that has a guide by name and purpose', () => {
    const guided = Object.keys(catalogue).flatMap((key) => /^channels\.(\w+)\.guide$/.exec(key)?.[1] ?? []);
    expect(guided.length).toBeGreaterThan(0);
    for (const channel of guided) {
      expect(words.name(channel)).not.toBe(channel);
      expect(words.text(channel)).toBeTruthy();
      expect(words.guide(channel).length).toBeGreaterThan(1);
    }
  });
});

test('a channel, setting or choice that nobody has named yet is told by its own name', () => {
  const words = channelWordsOf(ja);
  expect([words.name('pigeon'), words.field('pigeon', 'loft'), words.choice('pigeon', 'loft', 'north')]).toEqual([
    'pigeon',
    'loft',
    'north',
  ]);
  expect([words.text('pigeon'), words.help('pigeon', 'loft'), words.failure('lost'), words.guide('pigeon')]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
});

test('before the words are here, names do without them', () => {
  const words = channelWordsOf(undefined);
  expect([words.ready, words.name('line')]).toEqual([false, 'line']);
});
