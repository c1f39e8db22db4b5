import { afterAll, describe, expect, test } from 'vitest';
import { createTokenizer } from '../../platform/text/tokenizer.ts';
import { englishMeanings, englishSteps, isTelling, japaneseMeanings, japaneseSteps, makeMeanings } from './meanings.rules.ts';

const tokenizer = createTokenizer();
afterAll(() => tokenizer.close());

const stepsOf = async (text: string) => japaneseSteps(await tokenizer.analyse(text)).map(({ key }) => key);
const JAPANESE = [
  ['退会', '会員をやめる'],
  ['届かない', '来ない'],
  ['電源が入らない', '起動しない'],
  ['受け取る'],
  ['再入会', 'もう一度入会'],
  ['納期', 'いつできる'],
  ['支払い過ぎ', '払いすぎ'],
];
const ENGLISH = [
  ['refund', 'money back', 'get my money back'],
  ['broken', "doesn't work"],
];
const meanings = makeMeanings(
  await Promise.all(
    JAPANESE.flatMap((members, group) => members.map(async (member) => [group, await stepsOf(member)] as [number, string[]])),
  ),
  ENGLISH.flatMap((members, group) => members.map((member) => [group, englishSteps(member)] as [number, string[]])),
);
const japanese = async (text: string) => japaneseMeanings(meanings, await tokenizer.analyse(text));

describe('Japanese', () => {
  test.each([
    ['退会したい', ['§ja0']],
    ['会員をやめたいのですが', ['§ja0', '会員', 'やめる']],
    ['荷物が届きません', ['荷物', '§ja1']],
    ['まだ来ないです', ['まだ', '§ja1']],
    ['電源が入らなくなった', ['§ja2']],
    ['荷物が届く', ['荷物', '届く']],
    ['再入会したい', ['§ja4', '入会']],
    ['入会したい', ['入会']],
    ['いつできますか', ['§ja5']],
    ['注文できますか', ['注文']],
    ['払いすぎました', ['§ja6', '払う']],
    ['払えますか', ['払える']],
    ['', []],
  ])('%s', async (text, terms) => {
    expect(await japanese(text)).toEqual(terms);
  });
});

test('a phrase of light words alone says nothing, but a negation does', async () => {
  expect(isTelling(await stepsOf('banされる'))).toBe(true);
  expect(isTelling(await stepsOf('どこに聞けばいい'))).toBe(false);
  expect(isTelling(await stepsOf('来てもらう'))).toBe(false);
  expect(isTelling(await stepsOf('来ない'))).toBe(true);
});

describe('English', () => {
  test.each([
    ['i want my money back', ['§en0']],
    ['can i get the money back please', ['§en0']],
    ["the kettle doesn't work", ['§en1']],
    ['it doesnt work', ['§en1']],
    ['money', []],
  ])('%s', (text, terms) => {
    expect(englishMeanings(meanings, text)).toEqual(terms);
  });
});
