import { fillConversations } from './conversations.ts';
import { round, spread } from './figures.ts';
import type { Stand } from './stand.ts';

const SAMPLES = 300;

/** What one agent waits for among many conversations: 100,000 with a million messages unless said otherwise. */
export async function lists(stand: Stand, conversations = 100_000) {
  const { messages } = await fillConversations(stand, conversations);
  const { product, cookie } = stand;
  const get = async (path: string) => {
    const begun = performance.now();
    const response = await fetch(product.base + path, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
    return { ms: performance.now() - begun, body: JSON.parse(text) };
  };
  const measure = async (path: (i: number) => string) => {
    for (let i = 0; i < 20; i += 1) await get(path(i));
    const samples: number[] = [];
    for (let i = 0; i < SAMPLES; i += 1) samples.push((await get(path(i))).ms);
    return spread(samples);
  };
  const firstPage = await get('/api/conversations?view=all&limit=100');
  const deep = await pageAt(get, 30);
  const ids: string[] = firstPage.body.items.map((item: { id: string }) => item.id);
  const figures: Record<string, object> = {};
  for (const view of ['new', 'mine', 'all', 'waiting', 'resolved'])
    figures[`list_${view}`] = await measure(() => `/api/conversations?view=${view}`);
  figures.list_all_page30 = await measure(() => `/api/conversations?view=all&cursor=${encodeURIComponent(deep)}`);
  figures.counts = await measure(() => '/api/conversations/counts');
  figures.open_conversation = await measure((i) => `/api/conversations/${ids[i % ids.length]}`);
  return {
    conversations,
    messages,
    ms: figures,
    listBytes: round(JSON.stringify(firstPage.body).length / 1000),
  };
}

async function pageAt(get: (path: string) => Promise<{ body: { nextCursor: string } }>, pages: number): Promise<string> {
  let cursor = '';
  for (let i = 0; i < pages; i += 1)
    cursor = (await get(`/api/conversations?view=all&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).body.nextCursor;
  return cursor;
}
