import { refusal } from '../platform/http/refusal.ts';

export const channelUnknown = refusal('channel.unknown', 400);
/** Member `fields`: name → required, invalid, too_long, too_small, too_large, unknown. */
export const settingsInvalid = refusal('settings.invalid', 400);
/** One address stands there twice: member `address`. */
export const addressDoubled = refusal('addresses.doubled', 400);
export const hookRefused = refusal('hook.refused', 401);
export const hookPaused = refusal('hook.paused', 503);
/** The inbox's channel is none that a conversation can go on to, or does not know its own address yet. */
export const linkUnavailable = refusal('link.unavailable', 409);
/** No link joined that line to the conversation lately, or it was undone meanwhile. */
export const linkUndoneAlready = refusal('link.undone_already', 409);
/** The message did not fail, or its channel sends nothing. */
export const retryRefused = refusal('message.not_failed', 409);
/** One period at a time. */
export const backfillUnderWay = refusal('backfill.under_way', 409);
/** The platform was asked and said no, or nothing. */
export const foldersUnavailable = refusal('folders.unavailable', 409);
export const foldersUnknown = refusal('folders.unknown', 409);
export const backfillUnknown = refusal('backfill.unknown', 409);
