import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { spread } from './figures.ts';
import { openVisitors, type Stand } from './stand.ts';

const IDLE_VISITORS = 900;
const IDLE_AGENTS = 100;
const ALL_AGENTS = 1000;

/** Agent sockets that are open and say nothing. */
export async function openAgentSockets({ product, cookie }: Stand, count: number): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < count; i += 50) {
    const some = Array.from(
      { length: Math.min(50, count - i) },
      () => new WebSocket(`${product.base.replace('http', 'ws')}/api/live`, { headers: { cookie, origin: product.base } }),
    );
    await Promise.all(
      some.map(async (socket) => {
        await once(socket, 'open');
        const ready = new Promise<void>((resolve) => {
          socket.on('message', (data) => String(data).startsWith('{"type":"ready"') && resolve());
        });
        socket.send(JSON.stringify({ type: 'hello', cursor: null }));
        await ready;
        socket.removeAllListeners('message');
      }),
    );
    sockets.push(...some);
  }
  return sockets;
}

/** Visitors' sockets that are open and say nothing. */
async function openVisitorSockets({ product, chatKey }: Stand, count: number): Promise<WebSocket[]> {
  const tokens = await openVisitors(product.base, chatKey, count);
  return Promise.all(
    tokens.map(async (token) => {
      const socket = new WebSocket(`${product.base.replace('http', 'ws')}/api/chat/${chatKey}/live`, { origin: product.base });
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'hello', token }));
      await once(socket, 'message');
      return socket;
    }),
  );
}

/** How long each of `samples` messages, one every `everyMs`, takes from the visitor's send to the frame at an agent's socket. */
async function sendAndWatch(stand: Stand, samples: number, everyMs: number): Promise<number[]> {
  const { product, chatKey } = stand;
  const [watching] = await openAgentSockets(stand, 1);
  const visitors = await openVisitors(product.base, chatKey, 20);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  let all: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    all = resolve;
  });
  watching!.on('message', (data) => {
    const frame = JSON.parse(String(data));
    const at = sentAt.get(frame.message?.text ?? '');
    if (frame.type !== 'fact' || frame.fact.name !== 'message.received' || at === undefined) return;
    took.push(performance.now() - at);
    if (took.length === samples) all();
  });
  for (let i = 0; i < samples; i += 1) {
    const text = `live ${i} ${randomUUID()}`;
    sentAt.set(text, performance.now());
    void fetch(`${product.base}/api/chat/${chatKey}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${visitors[i % visitors.length]}` },
      body: JSON.stringify({ externalId: randomUUID(), text, locale: 'ja' }),
    });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await Promise.race([
    done,
    new Promise((_resolve, reject) => setTimeout(() => reject(new Error(`only ${took.length} of ${samples} frames came`)), 20_000)),
  ]);
  watching!.close();
  return took;
}

/**
 * A visitor's message at 50 a second with 1,000 sockets open beside: visitors, and agents who all get it too. And what a whole company of
 * agents costs: 1,000 windows that all get each of 5 messages a second.
 */
export async function live(stand: Stand) {
  const visitors = await openVisitorSockets(stand, IDLE_VISITORS);
  const agents = await openAgentSockets(stand, IDLE_AGENTS);
  const mixed = await sendAndWatch(stand, 400, 20);
  for (const socket of visitors) socket.close();
  agents.push(...(await openAgentSockets(stand, ALL_AGENTS - IDLE_AGENTS)));
  const company = await sendAndWatch(stand, 60, 200);
  for (const socket of agents) socket.close();
  return {
    sendToAgentSocketMs: { idleVisitors: IDLE_VISITORS, idleAgents: IDLE_AGENTS, ...spread(mixed) },
    withAllAgentsMs: { agents: ALL_AGENTS, ...spread(company) },
  };
}
