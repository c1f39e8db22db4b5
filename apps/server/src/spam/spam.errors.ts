import { refusal } from '../platform/http/refusal.ts';

/** Not an address, a domain or an id of its kind. */
export const blockInvalid = refusal('block.invalid', 400);
/** One of the company's own addresses: its own mail would be spam. */
export const blockOwn = refusal('block.own', 409);
/** A domain at which everybody has an address: the address itself can be blocked. */
export const blockEverybody = refusal('block.everybody', 409);
export const blockTooMany = refusal('block.too_many', 409);
/** There is nothing by which the sender could be known again. */
export const blockNoSender = refusal('block.no_sender', 409);
