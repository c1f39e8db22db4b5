import type { Endpoint, Method } from '@madoguchi/contract/endpoint.ts';

/** An endpoint by method and path alone; `shape` exists for the type checker only. */
export type Route<E extends Endpoint> = { readonly method: Method; readonly path: string; readonly shape?: E };

/**
 * Names an endpoint without importing its schemas, for screens that must stay small:
 * `const startChat = route<typeof contract.startChat>('POST', '/api/chat/:key/session')` with a type-only import of the contract.
 */
export function route<E extends Endpoint>(method: Method, path: string): Route<E> {
  return { method, path };
}
