import { refusal } from '../platform/http/refusal.ts';

/** Members `from` and `next`: where the return is, and what it can become. */
export const returnNotNext = refusal('return.not_next', 409);
/** Member `name`: nothing of that name was bought with the order, or less of it. */
export const returnLineUnknown = refusal('return.line_unknown', 400);
export const shopSourceTaken = refusal('shop.source_taken', 409);
/** A Shopify shop signs with a secret of its own, which has to be told. */
export const shopSecretMissing = refusal('shop.secret_missing', 400);
export const shopHookRefused = refusal('shop.signature_wrong', 401);
/** Member `errors`: where and why. The payload is kept for an admin to look at. */
export const shopPayloadMalformed = refusal('shop.payload_malformed', 400);
