import { refusal } from '../platform/http/refusal.ts';

/** The conversation has no procedure, its procedure has no such step, or nobody checks it off because it is a field. */
export const stepGone = refusal('procedure.step_gone', 409);
/** It names an article, a canned response or a field that is not there. Member `stepId`. */
export const stepRefused = refusal('procedure.step_refused', 400);
