import { refusal } from '../platform/http/refusal.ts';

/** Carries `flow`: what is stored now. */
export const flowChangedMeanwhile = refusal('flow.changed_meanwhile', 409);
/** Carries `faults`: what keeps it from being published. */
export const flowFaulty = refusal('flow.faulty', 422);
export const flowTooMany = refusal('flow.too_many', 409);
