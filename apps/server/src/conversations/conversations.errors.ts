import { refusal } from '../platform/http/refusal.ts';

/** Member `answered`: the messages written meanwhile. */
export const answeredMeanwhile = refusal('conversation.answered_meanwhile', 409);
export const messageAlreadySent = refusal('message.already_sent', 409);
export const messageEmpty = refusal('message.empty', 400);
export const attachmentGone = refusal('attachment.gone', 409);
/** A spam mail is never answered: somebody has to say first that it is none. */
export const conversationIsSpam = refusal('conversation.is_spam', 409);
/** The line picked for a reply is not the customer's, cannot be written to, or its inbox is away. */
export const lineRefused = refusal('line.refused', 409);
/** Only what a customer wrote can be moved, and only to another conversation of theirs. */
export const moveRefused = refusal('message.move_refused', 409);
/** Nobody is told of what they may not see. */
export const followerCannotSee = refusal('follower.cannot_see', 409);
/** Member `missing`: what is still to be done before it may be resolved. */
export const conversationIncomplete = refusal('conversation.incomplete', 409);
/** Somebody else has to approve it first. */
export const messageAwaitsApproval = refusal('message.awaits_approval', 409);
export const assigneeGone = refusal('assignee.gone', 409);
/** Member `into`: the conversation that it went on in. */
export const conversationMerged = refusal('conversation.merged', 409);
/** A time that is over, or further off than anybody plans. */
export const snoozePast = refusal('snooze.past', 400);
export const schedulePast = refusal('message.schedule_past', 400);
/** Only two standing conversations of one customer are one matter; of two customers only where somebody says so. */
export const mergeRefused = refusal('conversation.merge_refused', 409);
/** Something must be said before and after the place, and neither part may have gone on in another one. */
export const splitRefused = refusal('conversation.split_refused', 409);
/** A conversation is not linked to itself, has one parent, and is never below or after itself. */
export const relatedRefused = {
  self: refusal('related.self', 409),
  has_parent: refusal('related.has_parent', 409),
  circle: refusal('related.circle', 409),
};
