import http from 'node:http';
import https from 'node:https';
import { pinned } from './checked-addresses.ts';
import { SafeFetchError } from './safe-fetch.errors.ts';
import type { Address, SafeRequest, SafeResponse } from './safe-fetch.types.ts';

/** One request to addresses that were checked, on a connection of its own; follows nothing. @throws SafeFetchError, or the reason of `signal` */
export function askOnce(
  url: URL,
  addresses: readonly Address[],
  { method = 'GET', headers = {}, body }: SafeRequest,
  { signal, maxBytes }: { signal: AbortSignal; maxBytes: number },
): Promise<SafeResponse> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) =>
      reject(
        signal.aborted
          ? signal.reason
          : error instanceof SafeFetchError
            ? error
            : new SafeFetchError('fetch.connection_failed', url.host, error),
      );
    const { request: open } = url.protocol === 'https:' ? https : http;
    const request = open(url, {
      method,
      agent: false,
      signal,
      lookup: pinned(addresses),
      headers: { 'accept-encoding': 'identity', ...headers },
    });
    request.on('error', failed);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const refuseLarge = () => response.destroy(new SafeFetchError('fetch.too_large', url.host));
      response.on('error', failed);
      if (Number(response.headers['content-length'] ?? 0) > maxBytes) return refuseLarge();
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) refuseLarge();
        else chunks.push(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), url: url.href }),
      );
    });
    request.end(method === 'GET' ? undefined : body);
  });
}
