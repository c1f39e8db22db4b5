import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { spread } from './figures.ts';
import { openVisitors, type Stand } from './stand.ts';

const IDLE_SOCKETS = 1000;
const SAMPLES = 400;
const EVERY_MS = 20;

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

/** From the moment a visitor's message is sent to the moment an agent's socket has the frame, with the idle sockets getting it too. */
export async function live(stand: Stand) {
  const { product, chatKey } = stand;
  const idle = await openAgentSockets(stand, IDLE_SOCKETS);
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
    if (took.length === SAMPLES) all();
  });
  for (let i = 0; i < SAMPLES; i += 1) {
    const text = `live ${i} ${randomUUID()}`;
    sentAt.set(text, performance.now());
    void fetch(`${product.base}/api/chat/${chatKey}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${visitors[i % visitors.length]}` },
      body: JSON.stringify({ externalId: randomUUID(), text, locale: 'ja' }),
    });
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  await Promise.race([
    done,
    new Promise((_resolve, reject) => setTimeout(() => reject(new Error(`only ${took.length} of ${SAMPLES} frames came`)), 20_000)),
  ]);
  for (const socket of [...idle, watching!]) socket.close();
  return { idleSockets: IDLE_SOCKETS, sendToAgentSocketMs: spread(took) };
}
