import type { ChannelKind } from '@madoguchi/contract/channels.ts';
import ja from '@madoguchi/words/channels/ja.json';
import { expect, test } from 'vitest';
import { channelWordsOf } from '../../../channels/channel-words.ts';
import { galleryOf } from './gallery.ts';

const words = channelWordsOf(ja);
const card = (name: string) => ({ kind: { name } as ChannelKind, name: words.name(name), text: words.text(name) ?? '' });
const cards = ['api', 'line', 'email', 'chat', 'pigeon', 'x', 'form'].map(card);
const shown = (query: string) => galleryOf(cards, query).map(({ group, cards: found }) => `${group}: ${found.map(({ name }) => name)}`);

test('channels stand in their groups, one that the desk has never heard of at the end', () => {
  expect(shown('')).toEqual(['site: チャット,フォーム', 'mail: メール', 'apps: LINE', 'social: X', 'developers: API', 'other: pigeon']);
});

test('a channel is found by its name in any width or case, and by what it is good for', () => {
  expect(shown('ｌｉｎｅ')).toEqual(['apps: LINE']);
  expect(shown('公式アカウント')).toEqual(['apps: LINE']);
  expect(shown('ファクス')).toEqual([]);
});
