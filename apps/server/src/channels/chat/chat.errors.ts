import { refusal } from '../../platform/http/refusal.ts';

export const visitorTokenInvalid = refusal('visitor.token_invalid', 401);
export const inboxUnknown = refusal('inbox.unknown', 404);
export const inboxPaused = refusal('inbox.paused', 503);
