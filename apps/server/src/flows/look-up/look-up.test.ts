import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { makeLookUp } from './look-up.queries.ts';
import { keptOf, requestOf } from './request.rules.ts';

const json =
  (body: string, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/order': json('{"status":"発送済み","lines":[{"name":"玉露","count":2}],"gift":true,"note":null}'),
  '/error': json('{"status":"x"}', 500),
  '/page': json('<html>'),
  '/huge': json(`{"status":"${'x'.repeat(1_100_000)}"}`),
  '/hanging': () => {},
  '/inside': (_request, response) => void response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end(),
  '/echo': (request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => response.end(JSON.stringify({ status: `${request.method} ${request.headers['content-type']} ${body}` })));
  },
};
const server = createServer((request, response) => (pages[request.url!] ?? pages['/error']!)(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const lookUp = makeLookUp({ allow: (host) => host === '127.0.0.1', timeLimitMs: 300 });
const status = [{ field: 'status', path: 'status' }];
const get = (path: string, keep = status) => lookUp({ method: 'GET', url: here + path, body: '' }, keep);

describe('a look-up', () => {
  test('keeps the members it was told to: texts, numbers, yes and no, also inside lists', async () => {
    const keep = [
      ...status,
      { field: 'item', path: 'lines.0.name' },
      { field: 'count', path: 'lines.0.count' },
      { field: 'gift', path: 'gift' },
    ];
    expect(await get('/order', keep)).toEqual({ status: '発送済み', item: '玉露', count: '2', gift: 'true' });
  });

  test('sends a body', async () => {
    const request = { method: 'POST' as const, url: `${here}/echo`, body: '{"no":"A-1"}' };
    expect(await lookUp(request, status)).toEqual({ status: 'POST application/json {"no":"A-1"}' });
  });

  test.each(['/error', '/page', '/huge', '/hanging', '/inside', '/nowhere'])('%s is a failure, and nothing worse', async (path) => {
    expect(await get(path)).toBeNull();
  });

  test.each(['nothing', 'lines', 'note', 'lines.5.name', 'status.length', 'constructor', '__proto__', ''])(
    'a member that is not there fails: %s',
    async (path) => expect(await get('/order', [{ field: 'x', path }])).toBeNull(),
  );

  test('does not reach into the company’s own network', async () => {
    expect(await makeLookUp()({ method: 'GET', url: `${here}/order`, body: '' }, status)).toBeNull();
  });
});

describe('what is sent', () => {
  const requested = (url: string, answer: string, body = '') => requestOf({ method: 'POST', url, body }, { x: answer });

  test('carries answers encoded for where they stand', () => {
    expect(requested('https://shop.example/o/{x}?q={x}', 'a/b?&#"ご')?.url).toBe(
      'https://shop.example/o/a%2Fb%3F%26%23%22%E3%81%94?q=a%2Fb%3F%26%23%22%E3%81%94',
    );
    const { body } = requested('https://shop.example/', '"},{"admin":"\n', '{"no":"{x}"}')!;
    expect(JSON.parse(body)).toEqual({ no: '"},{"admin":"\n' });
    expect(requestOf({ method: 'GET', url: 'https://shop.example/{gone}', body: 'x' }, {})).toEqual({
      method: 'GET',
      url: 'https://shop.example/',
      body: '',
    });
  });

  test.each(['.', '..'])('is nothing when the answer %s would climb out of the path', (answer) => {
    expect(requested('https://shop.example/orders/{x}', answer)).toBeNull();
    expect(requested('https://shop.example/orders/{x}/lines', answer)).toBeNull();
    expect(requested('https://shop.example/orders?q={x}', answer)).not.toBeNull();
  });

  test('is nothing when an answer would choose the host', () => {
    for (const url of ['https://{x}/', 'https://shop.example{x}/', '{x}']) expect(requested(url, 'evil.example')).toBeNull();
  });

  test('and no more is kept than a thousand characters, none of them NUL', () => {
    expect(keptOf({ a: `\0${'長'.repeat(2000)}` }, [{ field: 'a', path: 'a' }])).toEqual({ a: '長'.repeat(1000) });
  });
});
