import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../../test/company.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { call, web } from '../../../test/web.ts';

const post = await mailServer();
const product = await web({ mail: { url: post.url, from: 'Support <support@shop.example>' } });
const shop = await addCompany(product, 'shop.example');
const place = { x: 0, y: 0 };
const text = (ja: string) => ({ ja, en: '' });

test('a visitor of the messenger confirms who they are: the code comes by mail, and agents see what was proved', async () => {
  const headers = asAgent(shop.cookies.owner);
  const steps = [
    { id: 'who', type: 'identify', place, text: text(''), next: 'hello', failed: null },
    { id: 'hello', type: 'say', place, text: text('{verified_email}様、こんにちは。'), next: null },
  ];
  const drawn = { name: '会員のご相談', triggers: [{ kind: 'words', words: ['会員の相談'] }], start: 'who', steps };
  const flow = (await call(product, 'POST', '/api/flows', { body: drawn, headers })).body;
  expect((await call(product, 'PUT', `/api/flows/${flow.id}/status`, { body: { status: 'published' }, headers })).status).toBe(200);

  const visitor = await addVisitor(product, shop.chatKey);
  const heard = async (): Promise<string> => {
    const { body } = await call(product, 'GET', `/api/chat/${shop.chatKey}/conversation`, { headers: visitor.headers });
    return body.messages.at(-1).text;
  };
  const { body: sent } = await visitor.say('会員の相談をお願いします');
  await expect.poll(heard).toContain('6桁の確認コードをお送りします');
  await visitor.say('sato@mail.example');
  await expect.poll(() => post.to('sato@mail.example').length).toBe(1);
  const [mail] = post.to('sato@mail.example');
  expect([mail?.from?.value[0]?.address, mail?.subject]).toEqual([
    'support@shop.example',
    expect.stringMatching(/^確認コード \d{6}（shop.example）$/),
  ]);
  await visitor.say(/^\d{6}$/m.exec(mail?.text ?? '')![0]);
  await expect.poll(heard).toBe('確認できました。ありがとうございます。\n\nsato@mail.example様、こんにちは。');

  const { body: read } = await call(product, 'GET', `/api/conversations/${sent.conversation.id}`, { headers });
  const { body: customer } = await call(product, 'GET', `/api/customers/${read.customer.id}`, { headers });
  expect(customer.identities).toContainEqual(
    expect.objectContaining({ kind: 'email', value: 'sato@mail.example', verified: true, source: 'code' }),
  );
  expect(read.facts.map(({ name }: { name: string }) => name)).toContain('identity.proved');
});
