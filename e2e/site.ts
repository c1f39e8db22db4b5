import { once } from 'node:events';
import { createServer } from 'node:http';

/** A company's own web site on an origin of its own. */
export type Site = { origin: string; close: () => Promise<void> };

/** Serves one page at every address. `page` is asked at each visit and given the address it is served from. */
export async function openSite(page: (url: URL) => string): Promise<Site> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(new URL(request.url ?? '/', `http://${request.headers.host}`)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
