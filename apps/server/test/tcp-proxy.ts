import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** A way to a server on this machine that can be cut. */
export async function tcpProxy(port: number) {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let onBytes: (bytes: number, piece: Buffer) => void = () => {};
  let isSilent = false;
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const pair = { client, server };
    pairs.add(pair);
    let bytes = 0;
    client.on('data', (chunk) => isSilent || server.write(chunk));
    server.on('data', (chunk: Buffer) => {
      if (isSilent) return;
      bytes += chunk.length;
      client.write(chunk);
      onBytes(bytes, chunk);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const { client, server } of pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  };
  afterAll(() => {
    cut();
    proxy.close();
  });
  return {
    port: (proxy.address() as AddressInfo).port,
    /** Every connection ends with a reset. */
    cut,
    /** From now on nothing is said any more, in neither direction, and nobody is told: as by a firewall that forgot. Ends with `speak`. */
    hush: () => {
      isSilent = true;
    },
    speak: () => {
      isSilent = false;
    },
    /** Is told how much a connection has brought so far, with each piece, and the piece. */
    watch: (told: (bytes: number, piece: Buffer) => void) => {
      onBytes = told;
    },
  };
}
