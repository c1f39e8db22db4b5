import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';

export type ModelRequest = { url: string; key: string | null; model: string; said: string };
/** What the stub does with one question. */
type Script = (request: ModelRequest, response: ServerResponse) => void;

const json = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const completion = (content: string | null, more: object = {}, finish = 'stop') => ({
  id: 'chat-1',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'stub',
  choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content, ...more } }],
  usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
});

/** Ways a model may behave. */
export const behaves = {
  /** Says this text, whatever it is. */
  saying:
    (content: string): Script =>
    (_request, response) =>
      json(response, 200, completion(content)),
  /** Says these sentences in the form asked for, all from one source. */
  sentences: (texts: string[], source: unknown = 1): Script =>
    behaves.saying(JSON.stringify({ sentences: texts.map((text) => ({ text, source })) })),
  /** Answers with an error as OpenAI words them. */
  failing:
    (status: number, message: string): Script =>
    (_request, response) =>
      json(response, status, { error: { message, type: 'error', code: null } }),
  hanging: (() => {}) satisfies Script,
  refusing: ((_request, response) => json(response, 200, completion(null, { refusal: 'I cannot help with that.' }))) satisfies Script,
  filtered: ((_request, response) => json(response, 200, completion('', {}, 'content_filter'))) satisfies Script,
  talkingHtml: ((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hi</h1>')) satisfies Script,
  huge: ((_request, response) => json(response, 200, completion('あ'.repeat(2_000_000)))) satisfies Script,
};

/** An OpenAI-compatible endpoint on the loopback that does what it is told and remembers what reached it. Forgets all before each test. */
export async function modelStub() {
  let script: Script = behaves.hanging;
  let requests: ModelRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { model = '', messages = [] } = JSON.parse(body || '{}') as { model?: string; messages?: unknown[] };
      const asked = { url: request.url ?? '', key: request.headers.authorization ?? null, model, said: JSON.stringify(messages) };
      requests.push(asked);
      script(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  beforeEach(() => {
    requests = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    behave: (next: Script) => {
      script = next;
    },
    requests: () => requests,
  };
}
