import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { round } from './figures.ts';
import { startFloor } from './servers.ts';
import { openVisitors, type Stand } from './stand.ts';

const SECONDS = 8;
const ROUNDS = 3;
const TEXT = '昨日届いた急須のふたが割れていました。交換をお願いできますか。';

type Shot = { perSecond: number; p50: number; p99: number; errors: number };

async function fire(
  url: string,
  connections: number,
  headersOf: (i: number) => Record<string, string>,
  bodyOf: (i: number) => object,
): Promise<Shot> {
  let i = 0;
  const result = await autocannon({
    url,
    connections,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          i += 1;
          return { ...request, headers: { 'content-type': 'application/json', ...headersOf(i) }, body: JSON.stringify(bodyOf(i)) };
        },
      },
    ],
  });
  return {
    perSecond: round(result['2xx'] / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors,
  };
}

/** A visitor's message stored and acknowledged, product and floor in turn, so that a machine that slows down slows both. */
export async function inbound({ product, databaseUrl, chatKey }: Stand) {
  const floor = await startFloor({ DATABASE_URL: databaseUrl });
  try {
    const visitors = await openVisitors(product.base, chatKey, 200);
    const url = `${product.base}/api/chat/${chatKey}/messages`;
    const figures: Record<string, object> = {};
    for (const connections of [8, 32]) {
      const ours: Shot[] = [];
      const bare: Shot[] = [];
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        bare.push(
          await fire(
            floor.base,
            connections,
            () => ({}),
            (i) => ({ externalId: randomUUID(), text: TEXT, visitor: i % 1000 }),
          ),
        );
        ours.push(
          await fire(
            url,
            connections,
            (i) => ({ authorization: `Bearer ${visitors[i % visitors.length]}` }),
            () => ({ externalId: randomUUID(), text: TEXT, locale: 'ja' }),
          ),
        );
      }
      const middle = (shots: Shot[]) => [...shots].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(shots.length / 2)]!;
      const ratios = ours.map((shot, turn) => round(shot.perSecond / bare[turn]!.perSecond, 3)).sort((a, b) => a - b);
      figures[`connections${connections}`] = {
        ratioToFloor: ratios[Math.floor(ratios.length / 2)],
        ratios,
        product: middle(ours),
        floor: middle(bare),
      };
    }
    return figures;
  } finally {
    await floor.stop();
  }
}
