import type { Problem } from '@madoguchi/contract/common.ts';
import type { Endpoint, InputOf, OutputOf } from '@madoguchi/contract/endpoint.ts';
import { address } from './address.ts';
import { OfflineError, ProblemError } from './client.errors.ts';
import type { Route } from './route.ts';

export { OfflineError, ProblemError } from './client.errors.ts';

type ClientOptions = {
  /** Origin of the server without a slash at the end; '' for the page's own. */
  baseUrl: string;
  /** Sent with every request; a function is asked each time (for tokens that change). */
  headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  fetch?: typeof fetch;
  /** How long to wait for an answer to `call` before it counts as offline; 0 waits for ever. Default 30,000. */
  timeoutInMs?: number;
};

export type CallOptions = { signal?: AbortSignal };

/** Input may be left out where an endpoint needs none. */
type Rest<Input> = Record<never, never> extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions];
/** What goes beside the file: params and query, never a JSON body. */
type UploadInput<E extends Endpoint> = Omit<InputOf<E>, 'body'>;
type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

export type Client = {
  /** Asks an endpoint. Rejects with ProblemError, OfflineError, or the signal's reason when it is aborted. */
  call<E extends Endpoint>(endpoint: E | Route<E>, ...rest: Rest<InputOf<E>>): Promise<OutputOf<E>>;
  /** Sends a file, or several, each as a multipart part `file`. No time limit but the signal's. */
  upload<E extends Endpoint>(endpoint: E | Route<E>, file: Blob | readonly Blob[], ...rest: Rest<UploadInput<E>>): Promise<OutputOf<E>>;
};

/** A client typed by the contract. Answers are not validated at run time: the server sends what its schemas say. */
export function createClient({ baseUrl, headers, fetch: ask = fetch, timeoutInMs = 30_000 }: ClientOptions): Client {
  async function send<E extends Endpoint>(endpoint: E | Route<E>, input: Parts, request: RequestInit): Promise<OutputOf<E>> {
    const url = baseUrl + address(endpoint.path, input.params, input.query);
    const own = typeof headers === 'function' ? headers() : headers;
    const init = { ...request, method: endpoint.method, headers: { accept: 'application/json', ...own, ...request.headers } };
    // Called without a receiver: a browser's fetch refuses any other `this` than the window.
    const response = await orOffline(() => ask(url, init), request.signal);
    const text = await orOffline(() => response.text(), request.signal);
    if (!response.ok) throw new ProblemError(readProblem(response, text));
    return (text === '' ? undefined : parse(text)) as OutputOf<E>;
  }

  return {
    call(endpoint, ...[input, options]) {
      const { body, ...rest } = (input ?? {}) as Parts;
      const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      return limited(timeoutInMs, options?.signal, (signal) => send(endpoint, rest, { ...json, signal }));
    },
    async upload(endpoint, file, ...[input, options]) {
      const form = new FormData();
      for (const one of [file].flat()) form.append('file', one);
      return send(endpoint, (input ?? {}) as Parts, { body: form, signal: options?.signal });
    },
  };
}

/** Runs with a signal that fires with the caller's, or with an OfflineError when time is up. */
async function limited<T>(timeoutInMs: number, outer: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow);
  const late = () => controller.abort(new OfflineError(`no answer within ${timeoutInMs} ms`));
  const timer = timeoutInMs > 0 ? setTimeout(late, timeoutInMs) : undefined;
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', follow);
  }
}

async function orOffline<T>(run: () => Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw signal?.aborted ? signal.reason : new OfflineError(error);
  }
}

/** A 2xx that is not JSON did not come from our server (a hotel's sign-in page, say). */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OfflineError(error);
  }
}

/** A refusal without a problem body (a proxy's 502 page) still gets a code: `http.502`. */
function readProblem(response: Response, text: string): Problem {
  const base: Problem = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: `http.${response.status}`,
  };
  try {
    const body = JSON.parse(text) as Partial<Problem> | null;
    return typeof body?.code === 'string' ? { ...base, ...body } : base;
  } catch {
    return base;
  }
}
