export type SafeFetchErrorCode =
  /** Not an absolute http(s) address, or one that carries a name and password. */
  | 'fetch.url_invalid'
  /** Plain http to a host that the operator did not allow. */
  | 'fetch.scheme_refused'
  /** The host stands in a network that is not the public internet. */
  | 'fetch.address_refused'
  | 'fetch.host_not_found'
  | 'fetch.connection_failed'
  | 'fetch.too_many_redirects'
  | 'fetch.timed_out'
  /** The caller's own signal. */
  | 'fetch.aborted'
  | 'fetch.too_large';

/** Why another server could not be asked. The message names the host and never what was sent. */
export class SafeFetchError extends Error {
  readonly code: SafeFetchErrorCode;

  constructor(code: SafeFetchErrorCode, host: string, cause?: unknown) {
    super(`${code} (${host})`, { cause });
    this.name = 'SafeFetchError';
    this.code = code;
  }
}
