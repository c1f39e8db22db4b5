import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getMe, revokeSession } from '@madoguchi/contract/agents.ts';
import { endpoint } from '@madoguchi/contract/endpoint.ts';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { address } from './address.ts';
import { createClient, OfflineError, ProblemError } from './client.ts';
import { route } from './route.ts';

const rename = endpoint('PUT', '/api/things/:id', {
  summary: 'Rename',
  params: z.object({ id: z.string() }),
  query: z.object({ tag: z.array(z.string()).optional(), dry: z.boolean().optional() }),
  body: z.object({ name: z.string() }),
  response: z.object({ name: z.string() }),
});

type Asked = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
let asked: Asked[];
let answer: (response: ServerResponse) => void;
let baseUrl: string;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  asked.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
  answer(response);
});

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

beforeEach(async () => {
  asked = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise<void>((resolve) => server.close(() => resolve()));
});

describe('a call', () => {
  test('puts params, query and body where the contract says and returns what came', async () => {
    answer = json(200, { name: '返品' });
    const result = await createClient({ baseUrl }).call(rename, {
      params: { id: 'a/b' },
      query: { tag: ['急ぎ', 'b c'], dry: undefined },
      body: { name: '返品' },
    });
    expectTypeOf(result).toEqualTypeOf<{ name: string }>();
    expect(result).toEqual({ name: '返品' });
    expect(asked).toMatchObject([{ method: 'PUT', url: '/api/things/a%2Fb?tag=%E6%80%A5%E3%81%8E&tag=b+c', body: '{"name":"返品"}' }]);
    expect(asked[0]!.headers['content-type']).toBe('application/json');
  });

  test('without a body sends none, and 204 gives undefined', async () => {
    answer = (response) => response.writeHead(204).end();
    const result = await createClient({ baseUrl }).call(revokeSession, { params: { id: 's1' } });
    expect(result).toBeUndefined();
    expect(asked).toMatchObject([{ method: 'DELETE', url: '/api/sessions/s1', body: '' }]);
    expect(asked[0]!.headers['content-type']).toBeUndefined();
  });

  test('asks for its headers each time, so that a renewed token is used', async () => {
    answer = json(200, {});
    let token = 'old';
    const { call } = createClient({ baseUrl, headers: () => ({ authorization: `Bearer ${token}` }) });
    await call(getMe);
    token = 'new';
    await call(getMe);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  test('knows the types of an endpoint named by route alone', async () => {
    answer = json(200, { name: 'x' });
    const small = route<typeof rename>('PUT', '/api/things/:id');
    const result = await createClient({ baseUrl }).call(small, { params: { id: '1' }, body: { name: 'x' } });
    expectTypeOf(result).toEqualTypeOf<{ name: string }>();
    expect(asked[0]!.url).toBe('/api/things/1');
  });

  test('without a param the path needs is a mistake of ours, said by name', () => {
    expect(() => address('/api/things/:id', {})).toThrow('/api/things/:id needs id');
  });
});

describe('a refusal', () => {
  test('is a ProblemError with the code and whatever else the problem carries', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Answered meanwhile',
      status: 409,
      code: 'conversation.answered_meanwhile',
      messages: [{ text: 'こんにちは' }],
    };
    answer = json(409, problem);
    const error = await createClient({ baseUrl })
      .call(getMe)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 409, code: 'conversation.answered_meanwhile', problem });
  });

  test.each(['<html>Bad gateway</html>', '', 'null', '"down"'])(
    'from a proxy that knows no problems (%s) still has a code',
    async (body) => {
      answer = (response) => response.writeHead(502).end(body);
      const refused = createClient({ baseUrl }).call(getMe);
      await expect(refused).rejects.toMatchObject({ name: 'ProblemError', status: 502, code: 'http.502' });
    },
  );
});

describe('no answer', () => {
  const offline = expect.objectContaining({ name: 'OfflineError' });

  test('because nothing listens is an OfflineError', async () => {
    const { call } = createClient({ baseUrl });
    await new Promise((resolve) => server.close(resolve));
    await expect(call(getMe)).rejects.toBeInstanceOf(OfflineError);
  });

  test('because the line is cut in the middle of one is an OfflineError', async () => {
    answer = (response) => response.writeHead(200, { 'content-length': 1000 }).write('{"agent":', () => response.destroy());
    await expect(createClient({ baseUrl }).call(getMe)).rejects.toEqual(offline);
  });

  test('because somebody else answered in place of the server is an OfflineError', async () => {
    answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to our hotel</h1>');
    await expect(createClient({ baseUrl }).call(getMe)).rejects.toEqual(offline);
  });

  test('in time is an OfflineError', async () => {
    answer = () => {};
    await expect(createClient({ baseUrl, timeoutInMs: 50 }).call(getMe)).rejects.toEqual(offline);
  });

  test('because the caller does not want it any more rejects with his reason', async () => {
    answer = () => controller.abort(new Error('another search was typed'));
    const controller = new AbortController();
    await expect(createClient({ baseUrl }).call(getMe, undefined, { signal: controller.signal })).rejects.toThrow(
      'another search was typed',
    );
  });
});

test('an upload is one multipart part named file, under its own name', async () => {
  answer = json(201, { id: 'att' });
  const send = endpoint('POST', '/api/chat/:key/attachments', {
    summary: '',
    params: z.object({ key: z.string() }),
    response: z.object({ id: z.string() }),
  });
  const result = await createClient({ baseUrl }).upload(send, new File(['%PDF-'], '領収書.pdf', { type: 'application/pdf' }), {
    params: { key: 'k' },
  });
  expect(result).toEqual({ id: 'att' });
  expect(asked[0]!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(asked[0]!.body).toContain('name="file"; filename="領収書.pdf"');
  expect(asked[0]!.body).toContain('Content-Type: application/pdf');
});
