import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { safeFetch } from './safe-fetch.ts';
import type { SafeFetchOptions } from './safe-fetch.types.ts';

const MEGABYTE = 1_000_000;
const endless = (response: ServerResponse) => {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};
const echo = (request: IncomingMessage, response: ServerResponse) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body })));
};
const to = (status: number, location: string) => (_request: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status, { location }).end();

let asked = 0;
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/echo': echo,
  '/missing': (_request, response) => void response.writeHead(404).end('no'),
  '/silent': () => {},
  '/drip': (_request, response) => void response.write('a'),
  '/huge': (_request, response) => void response.writeHead(200, { 'content-length': 2 * MEGABYTE }).flushHeaders(),
  '/endless': (_request, response) => endless(response),
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('abc', () => response.destroy());
  },
  '/found': to(302, '/echo'),
  '/same': to(307, '/echo'),
  '/round': to(302, '/round'),
  '/inside': to(302, 'https://10.0.0.1/secrets'),
  '/plain': to(302, 'http://shop.example/'),
  '/file': to(302, 'file:///etc/passwd'),
};
const server = createServer((request, response) => {
  asked += 1;
  (pages[request.url!.split('?')[0]!] ?? pages['/missing']!)(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
pages['/elsewhere'] = to(307, `http://api.example:${port}/echo`);

const here = `http://127.0.0.1:${port}`;
const ours: SafeFetchOptions = { allow: (host) => host === '127.0.0.1' };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  );

describe('an ordinary question', () => {
  test('is asked and answered, whatever the status', async () => {
    const { status, body, url } = await safeFetch(`${here}/echo?q=1`, { headers: { 'x-key': 'abc' } }, ours);
    expect(status).toBe(200);
    expect(url).toBe(`${here}/echo?q=1`);
    expect(JSON.parse(String(body))).toMatchObject({ method: 'GET', url: '/echo?q=1', headers: { 'x-key': 'abc' } });
    expect((await safeFetch(`${here}/missing`, {}, ours)).status).toBe(404);
  });

  test('may carry a body', async () => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"番号":"A-1"}' } as const;
    expect(JSON.parse(String((await safeFetch(`${here}/echo`, request, ours)).body))).toMatchObject({ method: 'POST', body: request.body });
  });
});

describe('what is not the internet', () => {
  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://169.254.169.254/',
    'https://[::ffff:127.0.0.1]/',
  ])('%s is refused and nobody is asked', async (url) => {
    expect(await codeOf(safeFetch(url.replace(/\/$/, `:${port}/`)))).toBe('fetch.address_refused');
  });

  test('a name is refused when any of its addresses is private', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 as const },
      { address: '10.1.2.3', family: 4 as const },
    ];
    expect(await codeOf(safeFetch('https://shop.example/', {}, { resolve }))).toBe('fetch.address_refused');
    expect(await codeOf(safeFetch('https://localhost/'))).toBe('fetch.address_refused');
  });

  test('a name is resolved once for each address, and the connection goes to what was checked', async () => {
    let resolved = 0;
    const resolve = async () => {
      resolved += 1;
      return [{ address: '127.0.0.1', family: 4 as const }];
    };
    const { status, url } = await safeFetch(`http://shop.example:${port}/echo`, {}, { resolve, allow: (host) => host === 'shop.example' });
    expect([status, url, resolved]).toEqual([200, `http://shop.example:${port}/echo`, 1]);
  });

  test.each([
    ['http://shop.example/', 'fetch.scheme_refused'],
    ['ftp://shop.example/', 'fetch.url_invalid'],
    ['file:///etc/passwd', 'fetch.url_invalid'],
    ['https://me:secret@shop.example/', 'fetch.url_invalid'],
    ['/orders', 'fetch.url_invalid'],
    ['', 'fetch.url_invalid'],
  ])('%s → %s', async (url, code) => {
    expect(await codeOf(safeFetch(url))).toBe(code);
  });

  test('a name nobody knows, and one that has no address', async () => {
    const unknown = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await codeOf(safeFetch('https://nowhere.example/', {}, { resolve: unknown }))).toBe('fetch.host_not_found');
    expect(await codeOf(safeFetch('https://nowhere.example/', {}, { resolve: async () => [] }))).toBe('fetch.host_not_found');
  });
});

describe('redirects', () => {
  test('are followed: 302 gets, 307 asks the same again', async () => {
    const request = { method: 'POST', headers: { authorization: 'Bearer key', 'content-type': 'text/plain' }, body: 'hello' } as const;
    const found = JSON.parse(String((await safeFetch(`${here}/found`, request, ours)).body));
    expect(found).toMatchObject({ method: 'GET', body: '', headers: { authorization: 'Bearer key' } });
    expect(found.headers['content-type']).toBeUndefined();
    expect(JSON.parse(String((await safeFetch(`${here}/same`, request, ours)).body))).toMatchObject({ method: 'POST', body: 'hello' });
  });

  test('to another origin leave the key behind', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
    const request = { method: 'POST', headers: { authorization: 'Bearer key', accept: 'application/json' }, body: 'hello' } as const;
    const { body } = await safeFetch(`${here}/elsewhere`, request, { allow: () => true, resolve });
    const { headers } = JSON.parse(String(body));
    expect([headers.host, headers.authorization, headers.accept]).toEqual([`api.example:${port}`, undefined, 'application/json']);
  });

  test.each([
    ['/inside', 'fetch.address_refused'],
    ['/plain', 'fetch.scheme_refused'],
    ['/file', 'fetch.url_invalid'],
  ])('%s → %s', async (path, code) => {
    expect(await codeOf(safeFetch(here + path, {}, ours))).toBe(code);
  });

  test('end after three', async () => {
    const before = asked;
    expect(await codeOf(safeFetch(`${here}/round`, {}, ours))).toBe('fetch.too_many_redirects');
    expect(asked - before).toBe(4);
  });
});

describe('a server that misbehaves', () => {
  test.each(['/silent', '/drip'])('%s: the time limit holds for all of it', async (path) => {
    expect(await codeOf(safeFetch(here + path, {}, { ...ours, timeLimitMs: 150 }))).toBe('fetch.timed_out');
  });

  test('a resolver that hangs is not waited for', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await codeOf(safeFetch('https://shop.example/', {}, { resolve, timeLimitMs: 50 }))).toBe('fetch.timed_out');
  });

  test.each(['/huge', '/endless'])('%s: no more is read than may be', async (path) => {
    expect(await codeOf(safeFetch(here + path, {}, { ...ours, maxBytes: MEGABYTE }))).toBe('fetch.too_large');
  });

  test('an answer cut off is an error, and so is nobody listening', async () => {
    expect(await codeOf(safeFetch(`${here}/cut`, {}, ours))).toBe('fetch.connection_failed');
    expect(await codeOf(safeFetch('http://127.0.0.1:1/', {}, ours))).toBe('fetch.connection_failed');
  });

  test('the caller can stop it', async () => {
    const stop = new AbortController();
    const work = codeOf(safeFetch(`${here}/silent`, { signal: stop.signal }, ours));
    stop.abort();
    expect(await work).toBe('fetch.aborted');
    expect(await codeOf(safeFetch(`${here}/echo`, { signal: AbortSignal.abort() }, ours))).toBe('fetch.aborted');
  });
});
