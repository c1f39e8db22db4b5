import http from 'node:http';
import { afterAll } from 'vitest';

export type Asked = { method: string; path: string; headers: http.IncomingHttpHeaders; body: Buffer };
export type Answer = { status?: number; headers?: Record<string, string>; body?: unknown; raw?: Buffer; hang?: boolean };

/** A platform on this machine: keeps what it was asked, and answers as the test says at that moment. */
export async function platformStub(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
    asked.push(one);
    const { status = 200, headers = {}, body, raw, hang } = answer(one);
    if (hang) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(raw ?? (body === undefined ? '' : JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { origin: `http://127.0.0.1:${port}`, asked };
}
