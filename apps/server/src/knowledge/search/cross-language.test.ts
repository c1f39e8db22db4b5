import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGlosser } from '../../platform/text/glossary/glosser.ts';
import { createTokenizer } from '../../platform/text/tokenizer.ts';
import type { Entry, SearchIndex } from './search.types.ts';
import { buildIndex } from './search-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-dictionary-'));
/** Lines of our own, in the dictionary's form. */
const DICTIONARY = `
送料 [そうりょう] /(n) shipping fee/postage/(P)/
返品 [へんぴん] /(n,vs) returned goods/return/(P)/
領収書 [りょうしゅうしょ] /(n) receipt/(P)/
拡張機能 [かくちょうきのう] /(n) enhanced feature/
拡張 [かくちょう] /(n,vs) extension/expansion/(P)/
期限 [きげん] /(n) term/deadline/(P)/
何 [なに] /(pn) what/(P)/
`;
const file = join(folder, 'edict');
const tokenizer = createTokenizer();
const glosser = createGlosser(() => file);
let index: SearchIndex;
const entry = (id: string, question: string, answer = ''): Entry => ({ id, question, answer });
const first = async (question: string) => (await index.search(question, { limit: 1 })).hits[0]?.id;

beforeAll(async () => {
  writeFileSync(file, DICTIONARY);
  index = await buildIndex(
    [
      entry('fee', '送料はいくらですか', '全国一律六百円です。'),
      entry('return', '返品の期限はいつまでですか'),
      entry('receipt', '領収書は発行できますか'),
      entry('extension', '拡張機能を追加したい'),
    ],
    tokenizer,
    undefined,
    glosser,
  );
});
afterAll(async () => {
  await Promise.all([tokenizer.close(), glosser.close()]);
  rmSync(folder, { recursive: true });
});

test.each([
  ['How much is the shipping fee?', 'fee'],
  ['until when can I return something', 'return'],
  ['i need a receipt', 'receipt'],
  ['adding an extension', 'extension'],
])('%s finds the Japanese article', async (question, id) => {
  expect(await first(question)).toBe(id);
});

test('a question whose words no gloss has finds nothing, and a Japanese one goes its own way', async () => {
  expect(await first('bicycle on the moon')).toBeUndefined();
  expect(await first('領収書がほしい')).toBe('receipt');
});

test('where there are English articles, they are what an English question is about', async () => {
  await index.update({
    put: [
      entry('en-fee', 'How much is shipping?', 'Six hundred yen.'),
      entry('en-hours', 'When are you open?'),
      entry('en-gift', 'Do you wrap gifts?'),
    ],
  });
  expect(await first('how much is shipping')).toBe('en-fee');
  expect(await first('receipt, please')).toBeUndefined();
  await index.update({ remove: ['en-fee', 'en-hours', 'en-gift'] });
});

test('a dictionary that cannot be read leaves everything else at work', async () => {
  const broken = createGlosser(() => join(folder, 'nothing-here'));
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const without = await buildIndex([entry('fee', '送料はいくらですか')], tokenizer, undefined, broken);
  expect((await without.search('送料', { limit: 1 })).hits[0]?.id).toBe('fee');
  expect((await without.search('shipping fee', { limit: 1 })).hits).toEqual([]);
  await warned;
});
