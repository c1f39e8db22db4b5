import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { demoPassword, inoue } from '../fixtures/agents.ts';
import { fillConversations } from './conversations.ts';
import { spread } from './figures.ts';
import { openVisitors, type Stand } from './stand.ts';

const AGENTS = 200;
const SECONDS = 60;
/** Between two things that one agent does, on average. */
const PAUSE_MS = 4000;
const MESSAGES_A_SECOND = 5;

type Cookie = string;

/** What an agent does, and how often of a hundred times. */
const HABITS = [
  { name: 'list', share: 35, path: () => '/api/conversations?view=new' },
  { name: 'list', share: 15, path: () => '/api/conversations?view=mine' },
  { name: 'counts', share: 20, path: () => '/api/conversations/counts' },
  { name: 'open', share: 30, path: (ids: readonly string[]) => `/api/conversations/${ids[Math.floor(Math.random() * ids.length)]}` },
] as const;
const CHOICES = HABITS.flatMap((habit) => Array.from({ length: habit.share }, () => habit));

/**
 * A company at work: 200 agents, each signed in with a window open to the live facts, who look at lists, counts and conversations while
 * customers write five messages a second. One million conversations unless said otherwise.
 */
export async function company(stand: Stand, conversations = 1_000_000) {
  const { messages } = await fillConversations(stand, conversations);
  const cookies = await signInMany(stand);
  const sockets = await Promise.all(cookies.map((cookie) => openWindow(stand, cookie)));
  const visitors = await openVisitors(stand.product.base, stand.chatKey, 20);
  const ids = await idsOf(stand);
  const ms: Record<string, number[]> = { list: [], counts: [], open: [], message: [] };
  const until = performance.now() + SECONDS * 1000;
  await Promise.all([...cookies.map((cookie) => work(stand, cookie, ids, until, ms)), writeMessages(stand, visitors, until, ms.message!)]);
  for (const socket of sockets) socket.close();
  return {
    conversations,
    messages,
    agents: cookies.length,
    seconds: SECONDS,
    ms: Object.fromEntries(Object.entries(ms).map(([name, samples]) => [name, spread(samples)])),
  };
}

const post = (base: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base, ...headers },
    body: JSON.stringify(body),
  });

async function signIn(base: string, email: string): Promise<Cookie> {
  const response = await post(base, '/api/sign-in', { email, password: demoPassword });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** A company of agents, all made by the administrator. Each signs in from an address of their own, or they would be taken for one who guesses. */
async function signInMany({ product: { base } }: Stand): Promise<Cookie[]> {
  const admin = await signIn(base, inoue.email);
  const cookies: Cookie[] = [];
  for (let n = 1; n <= AGENTS; n += 1) {
    const email = `agent-${n}@company.example`;
    const made = await post(base, '/api/agents', { name: `担当 ${n}`, email, role: 'admin', password: demoPassword }, { cookie: admin });
    if (!made.ok) throw new Error(`adding an agent answered ${made.status}: ${await made.text()}`);
    cookies.push(await signIn(base, email));
  }
  return cookies;
}

async function openWindow({ product }: Stand, cookie: Cookie): Promise<WebSocket> {
  const socket = new WebSocket(`${product.base.replace('http', 'ws')}/api/live`, { headers: { cookie, origin: product.base } });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', cursor: null }));
  return socket;
}

async function idsOf({ product, cookie }: Stand): Promise<string[]> {
  const response = await fetch(`${product.base}/api/conversations?view=all&limit=100`, { headers: { cookie } });
  return ((await response.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function work(
  { product }: Stand,
  cookie: Cookie,
  ids: readonly string[],
  until: number,
  ms: Record<string, number[]>,
): Promise<void> {
  await after(Math.random() * PAUSE_MS);
  while (performance.now() < until) {
    const habit = CHOICES[Math.floor(Math.random() * CHOICES.length)]!;
    const begun = performance.now();
    const response = await fetch(product.base + habit.path(ids), { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${habit.name} answered ${response.status}: ${text.slice(0, 200)}`);
    ms[habit.name]!.push(performance.now() - begun);
    await after(Math.random() * 2 * PAUSE_MS);
  }
}

async function writeMessages({ product, chatKey }: Stand, visitors: readonly string[], until: number, took: number[]): Promise<void> {
  for (let n = 0; performance.now() < until; n += 1) {
    const begun = performance.now();
    const token = visitors[n % visitors.length];
    const response = await post(
      product.base,
      `/api/chat/${chatKey}/messages`,
      { externalId: randomUUID(), text: `まだ届いていません ${n}`, locale: 'ja' },
      { authorization: `Bearer ${token}` },
    );
    if (!response.ok) throw new Error(`a message was answered with ${response.status}`);
    took.push(performance.now() - begun);
    await after(1000 / MESSAGES_A_SECOND);
  }
}
