import { refusal } from '../platform/http/refusal.ts';

/** The same for an unknown e-mail, a wrong password and a deactivated agent. */
export const signInWrong = refusal('sign_in.wrong', 401);
export const passwordWrong = refusal('password.wrong', 403);
export const setupDone = refusal('setup.done', 409);
export const emailTaken = refusal('agent.email_taken', 409);
export const lastOwner = refusal('agent.last_owner', 409);

/** The password was right, the code was not; the same for a code that counted already and for a recovery code that is used up. */
export const signInCodeWrong = refusal('sign_in.code_wrong', 401);
/** The right password was given too long ago, or is no longer right. */
export const signInStepOver = refusal('sign_in.step_over', 410);
export const twoFactorCodeWrong = refusal('two_factor.code_wrong', 403);
export const twoFactorOnAlready = refusal('two_factor.on_already', 409);
export const twoFactorOff = refusal('two_factor.off', 409);
export const twoFactorProposalOver = refusal('two_factor.proposal_over', 410);
export const twoFactorIsRequired = refusal('two_factor.required', 409);
export const twoFactorOwnFirst = refusal('two_factor.own_first', 409);
