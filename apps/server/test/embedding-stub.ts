import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';

export type EmbeddingRequest = { url: string; key: string | null; model: string; input: string[] };
/** What the stub does with one request. */
type Script = (request: EmbeddingRequest, response: ServerResponse) => void;

/** What means the same, in both languages: all that the toy model knows. */
const CONCEPTS = [
  ['送料', 'shipping', 'postage'],
  ['返品', 'send it back', 'return'],
  ['領収書', 'receipt'],
  ['金継ぎ', 'mend', 'cracked'],
  ['名入れ', 'engrave', 'my initials'],
  ['ふろしき', '風呂敷', 'wrapping cloth'],
  ['駐車', 'car park', 'parking'],
] as const;

/** A text as one number for each concept, and a little that all texts share: a model for tests, which knows what means the same. */
export function toyVector(text: string, width: number): number[] {
  const vector = new Array<number>(width).fill(0);
  vector[0] = 0.3;
  for (const [at, words] of CONCEPTS.entries()) {
    const times = words.filter((word) => text.toLowerCase().includes(word)).length;
    vector[1 + (at % (width - 1))]! += times;
  }
  return vector;
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const list = (embeddings: unknown[]) => ({
  object: 'list',
  data: embeddings.map((embedding, index) => ({ object: 'embedding', index, embedding })),
  usage: { prompt_tokens: 7 * embeddings.length, total_tokens: 7 * embeddings.length },
});

/** Ways an embedding model may behave. */
export const embeds = {
  /** As wide as told, or as the name of the model says: toy-8 has 8 numbers. */
  well:
    (width?: number): Script =>
    ({ input, model }, response) =>
      json(response, 200, list(input.map((text) => toyVector(text, width ?? Number(/\d+$/.exec(model)?.[0] ?? 8))))),
  /** Whatever this makes of the texts. */
  as:
    (make: (input: string[]) => unknown[]): Script =>
    ({ input }, response) =>
      json(response, 200, list(make(input))),
  failing:
    (status: number, message: string): Script =>
    (_request, response) =>
      json(response, status, { error: { message, type: 'error', code: null } }),
  /** Takes texts up to a length. */
  only:
    (characters: number): Script =>
    (request, response) =>
      request.input.some((text) => text.length > characters)
        ? embeds.failing(413, 'too long')(request, response)
        : embeds.well()(request, response),
  hanging: (() => {}) satisfies Script,
};

/** An OpenAI-compatible /embeddings on the loopback that does what it is told and remembers what reached it. Embeds well before each test. */
export async function embeddingStub() {
  let script: Script = embeds.well();
  let requests: EmbeddingRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { model, input } = JSON.parse(body) as Pick<EmbeddingRequest, 'model' | 'input'>;
      const asked = { url: request.url ?? '', key: request.headers.authorization ?? null, model, input };
      requests.push(asked);
      script(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  beforeEach(() => {
    requests = [];
    script = embeds.well();
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
    /** Every text that reached it, in order. */
    texts: () => requests.flatMap(({ input }) => input),
  };
}
