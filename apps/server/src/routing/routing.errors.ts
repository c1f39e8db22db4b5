import { refusal } from '../platform/http/refusal.ts';

export const tooManyQueues = refusal('queue.too_many', 409);
export const queueIsDefault = refusal('queue.is_default', 409);
/** An overflow into itself, or into a queue that is not there. */
export const overflowRefused = refusal('queue.overflow_refused', 409);
/** A queue that names a team, agent, inbox or skill of nobody here. */
export const queueNamesNobody = refusal('queue.names_unknown', 409);
export const skillNameTaken = refusal('skill.name_taken', 409);
export const reasonGone = refusal('presence.reason_gone', 409);
/** Too late, or somebody has it. Member `outcome`: how it ended. */
export const offerEndedAlready = refusal('offer.ended', 409);
/** Only what waits for somebody can wait in another queue. */
export const doesNotWait = refusal('queue.not_waiting', 409);
export const nobodyAbove = refusal('escalation.nobody_above', 409);
export const standInRefused = refusal('stand_in.refused', 409);
/** Whoever it is to be given to is not there, or does not see its inbox. */
export const receiverRefused = refusal('hand_over.refused', 409);
