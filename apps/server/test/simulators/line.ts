import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import { hasContract, openApi } from '../contract.ts';
import { type LineWorld, lineAnswers } from './line.answers.ts';
import { makeLineWebhooks } from './line.webhooks.ts';

const contracts = ['line/messaging-api.yml', 'line/channel-access-token.yml'] as const;

/** What goes wrong next: before LINE did anything, or after it did it and before it could say so. */
export type LineTrouble = { on: RegExp; status?: number; headers?: Record<string, string>; hang?: boolean; afterwards?: boolean };

export type LineAsked = { method: string; path: string; headers: http.IncomingHttpHeaders; body: Buffer; status: number };

/**
 * The LINE platform on this machine: one Official Account, its friends, what they sent and what was said to them. Every request is held to the
 * published OpenAPI documents where they are at hand; `faults` has what was wrong. It checks the bearer token, knows that a reply token is good
 * once and for a minute and that a retry key is good once, counts the month's pushes, and fails, hangs and limits as the test says.
 */
export async function lineSimulator(options: { now?: () => Date } = {}) {
  const world: LineWorld = {
    now: options.now ?? (() => new Date()),
    channelSecret: randomBytes(16).toString('hex'),
    accessToken: `token-${randomUUID()}`,
    bot: {
      userId: `U${randomBytes(16).toString('hex')}`,
      basicId: '@hazuki',
      displayName: '葉月茶寮',
      chatMode: 'bot',
      markAsReadMode: 'auto',
    },
    quota: 200,
    used: 0,
    people: new Map(),
    blockedBy: new Set(),
    contents: new Map(),
    replyTokens: new Map(),
    accepted: new Map(),
    said: [],
    loading: [],
    read: [],
    richMenu: null,
    webhook: null,
    tokenLivesSeconds: null,
  };
  const specs = contracts.filter(hasContract).map((file) => openApi(file));
  const asked: LineAsked[] = [];
  const faults: string[] = [];
  const troubles: LineTrouble[] = [];

  const hold = (one: Omit<LineAsked, 'status'>, answer: { status: number; body?: unknown }) => {
    const path = one.path;
    const spec = specs.find(({ operations }) => operations.length > 0 && knows(operations, one.method, path));
    if (specs.length > 0 && !spec) faults.push(`${one.method} ${path}: no such operation`);
    for (const fault of spec?.request(one) ?? []) faults.push(`${one.method} ${path}: ${fault}`);
    for (const fault of spec?.answer(one.method, path, answer.status, answer.body) ?? [])
      faults.push(`answer ${one.method} ${path}: ${fault}`);
  };

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
    const at = troubles.findIndex(({ on }) => on.test(`${one.method} ${one.path}`));
    const trouble = at >= 0 ? troubles.splice(at, 1)[0]! : null;
    const answer =
      trouble && !trouble.afterwards ? { status: trouble.status ?? 500, body: { message: 'trouble' } } : lineAnswers(world, one);
    hold(one, answer);
    asked.push({ ...one, status: trouble?.status ?? answer.status });
    if (trouble?.hang) return void response.destroy();
    const status = trouble?.status ?? answer.status;
    const bytes =
      'bytes' in answer && answer.bytes ? answer.bytes : Buffer.from(answer.body === undefined ? '{}' : JSON.stringify(answer.body));
    const headers = { 'content-type': 'application/json', ...('headers' in answer ? answer.headers : {}), ...trouble?.headers };
    response.writeHead(status, headers);
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;

  return {
    world,
    origin,
    origins: { 'https://api.line.me': origin, 'https://api-data.line.me': origin },
    asked,
    faults,
    /** The next request whose "METHOD path" fits goes wrong. */
    trouble: (...more: LineTrouble[]) => void troubles.push(...more),
    of: (path: RegExp) => asked.filter((one) => path.test(`${one.method} ${one.path}`)),
    ...makeLineWebhooks(world, faults),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type LineSimulator = Awaited<ReturnType<typeof lineSimulator>>;

function knows(operations: readonly string[], method: string, path: string): boolean {
  const { pathname } = new URL(path, 'http://line');
  return operations.some((operation) => {
    const [of, template] = operation.split(' ') as [string, string];
    return of === method && new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname);
  });
}
