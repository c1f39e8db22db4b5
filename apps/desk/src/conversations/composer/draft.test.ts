import { expect, test } from 'vitest';
import { articlesIn, type Draft, emptyDraft, putBack, readDraft, writeDraft } from './draft.ts';

const photo = { id: 'att_lid', name: '蓋.jpg', type: 'image/jpeg', sizeInBytes: 90_000, url: '/files/x' };
const draft = (text: string, attachments = [] as Draft['attachments']): Draft => ({ text, attachments, articles: [] });

test('a draft comes back from storage as it was written', () => {
  const written = draft('お待たせしております。\n', [photo]);
  expect(readDraft(writeDraft(written))).toEqual(written);
});

test('an empty draft leaves nothing behind in storage, a file alone is worth keeping', () => {
  expect(writeDraft(draft(' \n　'))).toBeNull();
  expect(writeDraft(draft('', [photo]))).not.toBeNull();
});

test.each([null, '', 'not json', '42', '{"text":7,"attachments":"none"}'])('storage that holds %j reads as an empty draft', (stored) => {
  expect(readDraft(stored)).toEqual(emptyDraft);
});

test('a reply that is taken back returns whole into an empty composer', () => {
  expect(putBack(emptyDraft, draft('発送しました。', [photo]))).toEqual(draft('発送しました。', [photo]));
});

test('what was written meanwhile stays, below what came back; no file stands twice', () => {
  expect(putBack(draft('追伸です。', [photo]), draft('発送しました。', [photo]))).toEqual(draft('発送しました。\n\n追伸です。', [photo]));
});

test('an article counts as long as its address stands in the reply', () => {
  const articles = [
    { articleId: 'art_1', url: 'https://shop.example/help/articles/delivery-fee' },
    { articleId: 'art_2', url: 'https://shop.example/help/articles/returns' },
  ];
  const text = '全国一律です。\n\nhttps://shop.example/help/articles/delivery-fee';
  expect(articlesIn({ text, attachments: [], articles: [...articles, articles[0]!] })).toEqual(['art_1']);
});
