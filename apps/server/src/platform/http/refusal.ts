/** A clear no: a stable code, an HTTP status, and what the other side needs to go on. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** One entry of a room's catalogue of refusals: `export const articleGone = refusal('article.gone', 410)`, then `throw articleGone()`. */
export const refusal = (code: string, status: number) => (extra?: Record<string, unknown>) => new Refusal(code, status, extra);

export const notFound = refusal('not_found', 404);
export const notSignedIn = refusal('not_signed_in', 401);
export const forbidden = refusal('forbidden', 403);
export const tooMany = refusal('too_many_requests', 429);
export const originRefused = refusal('origin.refused', 403);
export const tooLarge = refusal('request.too_large', 413);
export const typeRefused = refusal('attachment.type_refused', 415);
export const unavailable = refusal('unavailable', 503);
