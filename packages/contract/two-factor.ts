import { z } from 'zod';
import { me } from './agents.ts';
import { id, idParam, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Six digits of an authenticator app, or a recovery code; spaces, hyphens and letter case do not matter. */
const code = z.string().max(40);
const token = z.string().max(1000);
const passwordGiven = z.string().max(200);

/** What an authenticator app needs: `uri` as a QR code or `secret` (base32) typed in; `token` goes back with the first code. */
const proposal = z.object({ secret: z.string(), uri: z.string(), token: z.string() });
/** Shown this once; each signs in one time when the device is not at hand. */
const recoveryCodes = z.array(z.string());

/** 401 sign_in.code_wrong · 410 sign_in.step_over when the right password was too long ago or no longer is right · 429 */
export const signInWithCode = endpoint('POST', '/api/sign-in/code', {
  summary: 'The second step of signing in: a code; sets the session cookie',
  body: z.object({ token, code }),
  response: me,
});
/** 410 sign_in.step_over · 409 two_factor.on_already */
export const proposeAtSignIn = endpoint('POST', '/api/sign-in/two-factor', {
  summary: 'Begin to set two-factor up while signing in, where it is required',
  body: z.object({ token }),
  response: proposal,
});
/** 401 sign_in.code_wrong · 410 sign_in.step_over · 409 two_factor.on_already */
export const turnOnAtSignIn = endpoint('PUT', '/api/sign-in/two-factor', {
  summary: 'Set two-factor up while signing in; sets the session cookie',
  body: z.object({ token, proposal: token, code }),
  response: z.object({ me, recoveryCodes }),
});

export const myTwoFactor = z.object({
  on: z.boolean(),
  since: time.nullable(),
  recoveryCodesLeft: z.number().int(),
  /** Everybody of the workspace must use it. */
  required: z.boolean(),
});
export type MyTwoFactor = z.infer<typeof myTwoFactor>;
export const getMyTwoFactor = endpoint('GET', '/api/me/two-factor', { summary: 'Whether I use two-factor', response: myTwoFactor });
/** 403 password.wrong · 409 two_factor.on_already */
export const proposeTwoFactor = endpoint('POST', '/api/me/two-factor/proposal', {
  summary: 'Begin to set two-factor up',
  body: z.object({ password: passwordGiven }),
  response: proposal,
});
/** 403 two_factor.code_wrong · 409 two_factor.on_already · 410 two_factor.proposal_over. Every other session ends. */
export const turnOnTwoFactor = endpoint('PUT', '/api/me/two-factor', {
  summary: 'Turn two-factor on with the first code',
  body: z.object({ proposal: token, code }),
  response: z.object({ recoveryCodes }),
});
const proof = z.object({ password: passwordGiven, code });
/** 403 password.wrong · 403 two_factor.code_wrong · 409 two_factor.required */
export const turnOffTwoFactor = endpoint('POST', '/api/me/two-factor/off', { summary: 'Turn two-factor off', body: proof });
/** 403 password.wrong · 403 two_factor.code_wrong. The codes made before no longer count. */
export const renewRecoveryCodes = endpoint('POST', '/api/me/two-factor/recovery-codes', {
  summary: 'Make new recovery codes',
  body: proof,
  response: z.object({ recoveryCodes }),
});

export const agentsTwoFactor = z.object({ required: z.boolean(), agentIds: z.array(id('agt')) });
export const getAgentsTwoFactor = endpoint('GET', '/api/two-factor', {
  summary: 'Who uses two-factor, and whether everybody must',
  response: agentsTwoFactor,
});
/** 409 two_factor.own_first: who requires it of all must use it. */
export const requireTwoFactor = endpoint('PUT', '/api/two-factor', {
  summary: 'Require two-factor of everybody, from their next sign-in on; API keys are not affected',
  body: z.object({ required: z.boolean() }),
  response: agentsTwoFactor,
});
/** One's own is turned off with password and code; an owner's is reset by owners only. Every session of the agent ends. */
export const resetTwoFactor = endpoint('DELETE', '/api/agents/:id/two-factor', {
  summary: 'Take the second factor from an agent who lost the device',
  params: idParam('agt'),
});
