import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addCompany } from '../../test/company.ts';
import { web } from '../../test/web.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');

const form = { name: '山本 翠', email: 'midori@letter.example', subject: '納期について', text: '来週の金曜日までに届きますか。' };
const send = (path: string, fields: Record<string, string>, remoteAddress: string) =>
  product.http.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
    remoteAddress,
  });

test('an inquiry is acknowledged with its number; pressed twice it is one inquiry', async () => {
  const fields = { ...form, externalId: randomUUID() };
  const [one, two] = [await send('/help/contact', fields, '10.1.0.1'), await send('/help/contact', fields, '10.1.0.1')];
  expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
  expect(one.body).toContain('お問い合わせを受け付けました');
  const rows = await shop.ctx.transaction((tx) => tx.selectFrom('conversations').select('number').where('channel', '=', 'form').execute());
  expect(rows).toHaveLength(1);
  expect(two.body).toContain(String(rows[0]!.number));
});

test('whoever sends too often is told so on the form, with nothing typed lost', async () => {
  const answers = [];
  for (let n = 0; n < 11; n += 1) answers.push(await send('/help/contact', { ...form, text: `${n}回目です。` }, '10.1.0.2'));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(200), 429]);
  const last = answers.at(-1)!;
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  expect(last.headers['content-type']).toContain('text/html');
  expect(last.body).toContain('短い時間に続けてお送りいただいた');
  for (const typed of ['山本 翠', 'midori@letter.example', '納期について', '10回目です。']) expect(last.body).toContain(typed);
});

test('the same on a customer’s own inquiry page, where a forged address is no page at all', async () => {
  const received = await send('/help/contact', { ...form, externalId: randomUUID() }, '10.1.0.3');
  const [path] = /\/help\/inquiries\/[\w.-]+/.exec(received.body)!;
  const answers = [];
  for (let n = 0; n < 21; n += 1) answers.push(await send(path, { text: `追伸 ${n}`, externalId: randomUUID() }, '10.1.0.4'));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(20).fill(303), 429]);
  expect(answers.at(-1)!.body).toContain('追伸 20');
  expect((await send(`${path}x`, { text: '偽造' }, '10.1.0.5')).statusCode).toBe(404);
});
