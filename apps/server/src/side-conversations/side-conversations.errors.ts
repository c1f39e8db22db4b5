import { refusal } from '../platform/http/refusal.ts';

/** Member `address`: the one that is no address. */
export const addressMalformed = refusal('side.address_malformed', 400);
/** Member `address`: it is the customer's, who is to see nothing of this. */
export const addressOfCustomer = refusal('side.address_of_customer', 409);
/** Member `address`: it is the mailbox's own, which would write to itself. */
export const addressOwn = refusal('side.address_own', 409);
/** Not a mailbox that can be written from, or one that the agent does not see. */
export const inboxRefused = refusal('side.inbox_refused', 409);
/** A passage or a file that is not, or no longer, the conversation's. */
export const notOfConversation = refusal('side.not_of_conversation', 409);
export const filesTooLarge = refusal('side.files_too_large', 413);
/** Only what could not go out is tried again. */
export const notFailed = refusal('side.not_failed', 409);
