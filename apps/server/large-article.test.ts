import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from './test/company.ts';
import { call, web } from './test/web.ts';

const product = await web();
const shop = await addCompany(product, 'long.example');
const editor = asAgent(shop.cookies.admin);
const ask = (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => call(product, method, url, { body, headers: editor });

/** `characters` of an answer with headings, steps and words of many kinds; its last sentence is found nowhere else. */
function longAnswer(characters: number): string {
  const end = '\n\n## 保管\n\n茶筒は湿気の少ない戸棚に置いてください。';
  let text = '';
  for (let n = 1; text.length < characters; n += 1) text += `## 手順${n}\n\n1. 急須を**${n}回**温めます。\n2. 湯を${n}秒冷まします。\n\n`;
  return text.slice(0, characters - end.length) + end;
}
const article = (answer: string) => ({ question: '茶器の手引き', answer, category: '道具', examples: ['茶筒の置き場所'], locale: 'ja' });

test.each([
  ['English', 'a'.repeat(1_000_000)],
  ['Japanese', 'あ'.repeat(349_000)],
])(
  'an article of a megabyte is refused wherever it may come in, naming the limit, and the one that is stored stays: %s',
  async (_language, answer) => {
    const { body: stored } = await ask('POST', '/api/articles', article('短い答え'));
    const change = { kind: 'article', articleId: stored.id, ...article(answer) };
    const refused = await Promise.all([
      ask('POST', '/api/articles', article(answer)),
      ask('PUT', `/api/articles/${stored.id}`, { ...article(answer), version: stored.version }),
      ask('POST', '/api/checked-questions/replay', { change }),
    ]);
    for (const { status, body } of refused) {
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'request.invalid', errors: [{ message: expect.stringContaining('50000') }] });
      expect(body.errors[0].path).toMatch(/answer$/);
    }
    expect((await ask('GET', `/api/articles/${stored.id}`)).body).toMatchObject({ answer: '短い答え', version: 1 });
  },
);

test('what is more than any request may hold is refused before it is read', async () => {
  expect(await ask('POST', '/api/articles', article('あ'.repeat(700_000)))).toMatchObject({
    status: 413,
    body: { code: 'request.too_large' },
  });
});

test('the longest article there may be is saved, tried, published, found, shown to readers, and quoted in part by the bot', async () => {
  const answer = longAnswer(50_000);
  const { body: draft, status } = await ask('POST', '/api/articles', article(answer));
  expect(status).toBe(201);
  const path = `/api/articles/${draft.id}`;
  const tried = await ask('POST', '/api/checked-questions/replay', {
    change: { kind: 'article', articleId: draft.id, ...article(answer) },
  });
  expect(tried.status).toBe(200);
  expect((await ask('PUT', `${path}/status`, { status: 'published' })).status).toBe(200);
  const found = async () => (await ask('GET', `/api/articles/search?q=${encodeURIComponent('茶筒は湿気の少ない戸棚')}`)).body.hits[0];
  await expect.poll(found).toMatchObject({ articleId: draft.id });

  const moved = await call(product, 'GET', encodeURI((await found()).url));
  const page = await call(product, 'GET', String(moved.headers.location));
  expect(page.status).toBe(200);
  expect(page.body).toContain('茶筒は湿気の少ない戸棚に置いてください。');

  const { say, headers } = await addVisitor(product, shop.chatKey);
  await say('茶器の手引き');
  const quoted = async () => {
    const { body } = await call(product, 'GET', `/api/chat/${shop.chatKey}/conversation`, { headers });
    const blocks: { type: string; markdown?: string }[] = body.messages.flatMap(({ blocks }: { blocks: [] }) => blocks);
    return blocks.find(({ type }) => type === 'quote')?.markdown ?? '';
  };
  await expect.poll(quoted).toContain('急須を');
  expect((await quoted()).length).toBeLessThan(2000);
});
