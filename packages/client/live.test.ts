import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { backoffInMs } from './backoff.ts';
import { connectLive, type LiveConnection, type LiveState } from './live.ts';

type Down = { type: 'ready' } | { type: 'fact'; cursor: number } | { type: 'pong' };
type Up = { type: 'hello'; cursor: number } | { type: 'typing' };

/** Chosen by the system at first, then kept, so that a server that fell comes back where it was. */
let port = 0;
let server: WebSocketServer | null;
let connection: LiveConnection<Up | { type: 'ping' }> | null;
let received: Up[];
let facts: number[];
let states: LiveState[];
let refused: number[];

/** A server that greets, keeps what it hears, and answers pings unless told not to. */
async function serve({ pongs = true } = {}): Promise<void> {
  server = new WebSocketServer({ port, host: '127.0.0.1' });
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Up | { type: 'ping' };
      if (frame.type === 'hello') socket.send('{"type":"ready"}');
      if (frame.type !== 'ping') received.push(frame);
      else if (pongs) socket.send('{"type":"pong"}');
    }),
  );
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

/** Stops serving as a killed process would: no goodbye. */
async function fall(): Promise<void> {
  if (server === null) return;
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server!.close(resolve));
  server = null;
}

const onlyClient = () => [...server!.clients][0] as WebSocket;
const becomes = (state: LiveState) => expect.poll(() => states.at(-1)).toBe(state);

function connect(options: { heartbeatInMs?: number; pongWithinMs?: number } = {}): void {
  connection = connectLive<Down, Up>({
    url: `ws://127.0.0.1:${port}/api/live`,
    hello: () => ({ type: 'hello', cursor: facts.at(-1) ?? 0 }),
    onFrame: (frame) => frame.type === 'fact' && facts.push(frame.cursor),
    onState: (state) => states.push(state),
    onRefused: (code) => refused.push(code),
    ...options,
  });
}

beforeEach(async () => {
  [received, facts, states, refused] = [[], [], [], []];
  connection = null;
  await serve();
});
afterEach(async () => {
  connection?.close();
  vi.unstubAllGlobals();
  await fall();
});

describe('a live connection', () => {
  test('says hello, then is online and carries frames both ways', async () => {
    connect();
    expect(connection!.send({ type: 'typing' })).toBe(false);
    await becomes('online');
    onlyClient().send('{"type":"fact","cursor":7}');
    expect(connection!.send({ type: 'typing' })).toBe(true);
    await expect.poll(() => facts).toEqual([7]);
    await expect.poll(() => received).toEqual([{ type: 'hello', cursor: 0 }, { type: 'typing' }]);
  });

  test('comes back after a cut and says in its hello how far it had come', async () => {
    connect();
    await becomes('online');
    onlyClient().send('{"type":"fact","cursor":7}');
    await expect.poll(() => facts).toEqual([7]);
    await fall();
    await becomes('offline');
    await serve();
    await becomes('online');
    expect(received).toEqual([
      { type: 'hello', cursor: 0 },
      { type: 'hello', cursor: 7 },
    ]);
    expect(states).toEqual(['online', 'offline', 'online']);
  });

  test('is offline when there was nobody from the start, and gets through later', async () => {
    await fall();
    connect();
    await becomes('offline');
    await serve();
    await becomes('online');
  });

  test('notices a line that died without a word, by the pong that does not come', async () => {
    await fall();
    await serve({ pongs: false });
    connect({ heartbeatInMs: 30, pongWithinMs: 60 });
    await becomes('online');
    await becomes('offline');
    await fall();
    await serve();
    await becomes('online');
  });

  test('stays on one connection while pongs come', async () => {
    connect({ heartbeatInMs: 10, pongWithinMs: 5000 });
    await becomes('online');
    let pings = 0;
    onlyClient().on('message', () => {
      pings += 1;
    });
    await expect.poll(() => pings).toBeGreaterThan(5);
    expect(states).toEqual(['online']);
  });

  test('does not come back after a refusal until it is asked to', async () => {
    connect();
    await becomes('online');
    onlyClient().close(4401);
    await becomes('offline');
    expect(refused).toEqual([4401]);
    connection!.reconnect();
    await becomes('online');
    expect(received).toHaveLength(2);
  });

  test('ends for good when it is closed', async () => {
    connect();
    await becomes('online');
    const gone = once(onlyClient(), 'close');
    connection!.close();
    await gone;
    expect(connection!.send({ type: 'typing' })).toBe(false);
    expect(states).toEqual(['online']);
  });
});

test('a browser that says the network is back is believed at once', async () => {
  const browser = new EventTarget();
  vi.stubGlobal('window', browser);
  // No pause ever ends, so only the event can bring it back.
  vi.stubGlobal('setTimeout', () => 1);
  await fall();
  connect();
  await becomes('offline');
  await serve();
  browser.dispatchEvent(new Event('online'));
  await becomes('online');
});

test('the pauses between attempts grow to 15 seconds, and half of each is left to chance', () => {
  const shortest = [0, 1, 2, 3, 4, 5, 6, 100].map((attempt) => backoffInMs(attempt, 0));
  const longest = [0, 1, 2, 3, 4, 5, 6, 100].map((attempt) => backoffInMs(attempt, 1));
  expect(shortest).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});
