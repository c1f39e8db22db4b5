import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { web } from '../../../test/web.ts';
import { mailHouse, mailOf, mailSettings } from './email.testkit.ts';

const asked: string[] = [];
const net = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers.cookie ?? ''}`);
  const type = request.url === '/page' ? 'text/html' : 'image/png';
  response.writeHead(200, { 'content-type': type }).end('picture');
});
await new Promise<void>((resolve) => net.listen(0, '127.0.0.1', resolve));
afterAll(() => net.close());
const origin = `http://127.0.0.1:${(net.address() as AddressInfo).port}`;

const product = await web({ channelOrigins: { 'https://pictures.example': origin } });
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: 1, smtp: 1 }));

test('an agent sees a picture of the net through the server; nothing is fetched that the mail does not name, or that is no picture', async () => {
  await house.take(
    mailOf(
      { From: 'sato@mail.example', Subject: 'Picture', 'Message-ID': '<1@mail.example>', 'Content-Type': 'text/html; charset=utf-8' },
      '<p>急須</p><img src="https://pictures.example/a.png?x=1&amp;y=2"><img src="https://pictures.example/page">',
    ),
  );
  const [message] = await house.messages(await house.bySubject('Picture'));
  expect(message?.blocks).toMatchObject([{ type: 'mail', html: expect.stringContaining('data-remote-src') }]);
  expect(asked).toEqual([]);
  const get = (src: string, headers: Record<string, string> = house.agent) =>
    product.http.inject({ method: 'GET', url: `/api/messages/${message!.id}/remote-image?src=${encodeURIComponent(src)}`, headers });
  const picture = await get('https://pictures.example/a.png?x=1&y=2');
  expect([picture.statusCode, picture.headers['content-type'], picture.body]).toEqual([200, 'image/png', 'picture']);
  expect(picture.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect((await get('https://pictures.example/page')).statusCode).toBe(404);
  expect((await get('https://pictures.example/other.png')).statusCode).toBe(404);
  expect((await get('https://pictures.example/a.png?x=1&y=2', { host: 'desk.example' })).statusCode).toBe(401);
  expect(asked).toEqual(['/a.png?x=1&y=2 ', '/page ']);
});
