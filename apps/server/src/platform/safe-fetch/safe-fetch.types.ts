export type SafeRequest = {
  /** Default GET. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as given to the first host; a redirect to another origin keeps only `accept` and `content-type`. */
  headers?: Readonly<Record<string, string>>;
  /** For every method but GET. */
  body?: string | Buffer;
  /** Ends the request with `fetch.aborted`. */
  signal?: AbortSignal;
};

export type Address = { address: string; family: 4 | 6 };

export type SafeFetchOptions = {
  /** Hosts (as in URL.hostname) the operator vouches for: reached wherever they stand, and over plain HTTP too. Default: none. */
  allow?: (host: string) => boolean;
  /** For everything together: name, connection, redirects, body. Default 5000. */
  timeLimitMs?: number;
  /** Of the body. Default 1,000,000. */
  maxBytes?: number;
  /** Default: the system's resolver. */
  resolve?: (host: string) => Promise<Address[]>;
};

export type SafeResponse = {
  /** Any status but a redirect that was followed: 404 and 500 are answers, not errors. */
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
  /** Where the answer came from in the end. */
  url: string;
};
