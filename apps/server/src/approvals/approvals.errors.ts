import { refusal } from '../platform/http/refusal.ts';

/** Somebody decided, or its author took it back. */
export const approvalDecided = refusal('approval.decided', 409);
/** Nobody approves what they wrote, and nobody who was not named and may not. */
export const approvalNotYours = refusal('approval.not_yours', 403);
