import autocannon from 'autocannon';
import { round } from './figures.ts';
import { scoresOf } from './lighthouse.ts';
import type { Stand } from './stand.ts';

const SECONDS = 6;
/** Moderate: far below what the server can do, as on a busy day of a shop. */
const PER_SECOND = 100;
const CONNECTIONS = 4;
/** The floor: a route that does nothing, in the same process. */
const EMPTY = '/healthz';
const SEEN = ['/help', '/help/faq', '/help/articles/delivery-fee'];
const ASKED = [...SEEN, '/help/categories/%E9%85%8D%E9%80%81', '/help/suggest?q=%E3%81%9D%E3%81%86r'];

/** Latency of one address at a steady rate, from the server's side of the same machine, in ms. */
async function latencyOf(url: string): Promise<{ p50: number; p99: number; errors: number }> {
  const times: number[] = [];
  const headers = { 'accept-encoding': 'br' };
  const { non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, headers, connections: CONNECTIONS, overallRate: PER_SECOND, duration: SECONDS }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    run.on('response', (_client, _status, _bytes, took) => times.push(took));
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN, 2);
  return { p50: at(0.5), p99: at(0.99), errors: non2xx + errors };
}

/** The help center as a phone sees it (Lighthouse), and how long the server takes for its pages beside an empty route in the same run. */
export async function help({ product }: Stand) {
  const pages: Record<string, object> = {};
  for (const path of ASKED) {
    // The first reader of a page pays for caches that the others have.
    for (let n = 0; n < 20; n += 1) await (await fetch(product.base + path)).arrayBuffer();
    const floor = await latencyOf(product.base + EMPTY);
    const page = await latencyOf(product.base + path);
    pages[path] = { ...page, floor, ratioToFloor: { p50: round(page.p50 / floor.p50, 2), p99: round(page.p99 / floor.p99, 2) } };
  }
  return { perSecond: PER_SECOND, ms: pages, lighthouse: await scoresOf(SEEN.map((path) => product.base + path)) };
}
