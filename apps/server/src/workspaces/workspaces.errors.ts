import { refusal } from '../platform/http/refusal.ts';

export const timezoneUnknown = refusal('workspace.timezone_unknown', 400);
/** Member `origin`: the first one that is no http(s) origin. */
export const originInvalid = refusal('inbox.origin_invalid', 400);
/** Only customers of a chat can be identified by a signature. */
export const identityNeedsChat = refusal('inbox.identity_needs_chat', 409);
