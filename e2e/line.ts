import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A cable between a browser and the product. */
export type Line = {
  /** The product's address at this end of the cable. */
  base: string;
  /** Pulls it: every connection dies, no new one can be made. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** Passes bytes to and from the product until it is cut. Below HTTP, so that requests and sockets die as they do in a tunnel. */
export async function layLine(productBase: string): Promise<Line> {
  const { hostname, port } = new URL(productBase);
  const ends = new Set<Socket>();
  let isCut = false;

  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no free port');

  const cut = () => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  return {
    base: `http://127.0.0.1:${address.port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
