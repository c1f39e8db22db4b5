import { refusal } from '../platform/http/refusal.ts';

/** The same for an unknown e-mail, a wrong password and a deactivated agent. */
export const signInWrong = refusal('sign_in.wrong', 401);
export const passwordWrong = refusal('password.wrong', 403);
export const setupDone = refusal('setup.done', 409);
export const emailTaken = refusal('agent.email_taken', 409);
export const lastOwner = refusal('agent.last_owner', 409);
