import { refusal } from '../platform/http/refusal.ts';

/** Member `answered`: the messages written meanwhile. */
export const answeredMeanwhile = refusal('conversation.answered_meanwhile', 409);
export const messageAlreadySent = refusal('message.already_sent', 409);
export const messageEmpty = refusal('message.empty', 400);
export const attachmentGone = refusal('attachment.gone', 409);
/** The line picked for a reply is not the customer's, cannot be written to, or its inbox is away. */
export const lineRefused = refusal('line.refused', 409);
/** Only what a customer wrote can be moved, and only to another conversation of theirs. */
export const moveRefused = refusal('message.move_refused', 409);
export const assigneeGone = refusal('assignee.gone', 409);
