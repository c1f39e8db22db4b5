import { refusal } from '../platform/http/refusal.ts';

/** The same for an unknown e-mail, a wrong password and a deactivated agent. */
export const signInWrong = refusal('sign_in.wrong', 401);
export const passwordWrong = refusal('password.wrong', 403);
export const setupDone = refusal('setup.done', 409);
export const emailTaken = refusal('agent.email_taken', 409);
export const roleNameTaken = refusal('role.name_taken', 409);
/** Member `agents`: how many have it. */
export const roleInUse = refusal('role.in_use', 409);
/** Rights over everybody the company knows, for somebody who does not see everybody. */
export const roleNeedsSight = refusal('role.needs_sight', 409);
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

/** http, or a private address, that the installation does not allow (MADOGUCHI_SIGN_IN_HOSTS). */
export const singleSignOnAddressRefused = refusal('single_sign_on.address_refused', 409);
export const singleSignOnIncomplete = refusal('single_sign_on.incomplete', 409);
/** Another workspace of the installation has it already; member `domain`. */
export const singleSignOnDomainTaken = refusal('single_sign_on.domain_taken', 409);
export const singleSignOnTestFirst = refusal('single_sign_on.test_first', 409);
/** The round could not begin; member `failure` says why. */
export const singleSignOnRefused = refusal('single_sign_on.refused', 409);
/** The password was right, but this agent comes in by the identity provider only. */
export const singleSignOnOnly = refusal('sign_in.single_sign_on', 403);

/** The same for an unknown passkey, a wrong signature and an agent who has left. */
export const passkeyWrong = refusal('sign_in.passkey_wrong', 401);
/** What the browser made does not answer our question, or not in time. */
export const passkeyRefused = refusal('passkey.refused', 409);
export const passkeysTooMany = refusal('passkey.too_many', 409);
export const passkeyLastWayIn = refusal('passkey.last_way_in', 409);
