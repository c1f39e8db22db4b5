import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Shape = {
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The request is multipart/form-data with one part `file`, and has no JSON body. */
  upload?: true;
  /** What a 2xx answer carries; leave out for 204. */
  response?: z.ZodType;
  /** The 2xx status when it is not 200 (with a response) or 204 (without). */
  status?: number;
};

export type Endpoint = Shape & { method: Method; path: string };

/**
 * One thing that can be asked of the server: the same object validates on the server, types the client and makes the OpenAPI page.
 * `path` uses `:name` for parameters, which must be described by `params`.
 */
export function endpoint<const S extends Shape>(method: Method, path: string, shape: S): S & { method: Method; path: string } {
  return { method, path, ...shape };
}

/** What a caller hands over for an endpoint: params, query and body, each only where the endpoint has one. */
export type InputOf<E extends Endpoint> = (E['params'] extends z.ZodType ? { params: z.input<E['params']> } : unknown) &
  (E['query'] extends z.ZodType ? { query?: z.input<E['query']> } : unknown) &
  (E['body'] extends z.ZodType ? { body: z.input<E['body']> } : unknown);

/** What a caller gets back. */
export type OutputOf<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : undefined;
