import { z } from 'zod';
import { me } from './agents.ts';
import { personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** The credential's own id (base64url), as the browser knows it. */
const credentialId = z.string().max(1400);

export const passkey = z.object({
  id: credentialId,
  name: z.string(),
  /** It comes along to other devices of the same person. */
  synced: z.boolean(),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
export type Passkey = z.infer<typeof passkey>;

const base64 = z.string().max(20_000);
const name = personText(60).min(1);
/** What a browser answers, as JSON (Web Authentication Level 3, 5.1); it is checked by its signature. */
const answer = <R extends z.ZodRawShape>(response: R) =>
  z.object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal('public-key'),
    response: z.looseObject(response),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    authenticatorAttachment: z.string().max(40).optional(),
  });
const made = answer({ clientDataJSON: base64, attestationObject: base64, transports: z.array(z.string().max(40)).max(10).optional() });
const used = answer({ clientDataJSON: base64, authenticatorData: base64, signature: base64 });
/** `options` go to the browser as they are; `word` comes back with its answer, once and within five minutes. */
const question = z.object({ options: z.record(z.string(), z.unknown()), word: z.string() });
const word = z.string().max(100);

export const beginPasskeySignIn = endpoint('POST', '/api/sign-in/passkey/options', {
  summary: 'Begin to sign in with a passkey',
  response: question,
});
/** 401 sign_in.passkey_wrong, the same for an unknown one and a wrong signature · 410 sign_in.step_over for a word used before or too old · 403 sign_in.single_sign_on · 429 */
export const signInWithPasskey = endpoint('POST', '/api/sign-in/passkey', {
  summary: 'Sign in with a passkey, which counts as two factors; sets the session cookie',
  body: z.object({ word, answer: used }),
  response: me,
});

export const listMyPasskeys = endpoint('GET', '/api/me/passkeys', {
  summary: 'My passkeys',
  response: z.object({ items: z.array(passkey), hasPassword: z.boolean() }),
});
/** 403 password.wrong (an account without one is not asked) · 409 passkey.too_many */
export const beginPasskey = endpoint('POST', '/api/me/passkeys/options', {
  summary: 'Begin to add a passkey',
  body: z.object({ password: z.string().max(200).default('') }),
  response: question,
});
/** 409 passkey.refused: what the browser answered does not fit, or the question was too long ago */
export const addPasskey = endpoint('POST', '/api/me/passkeys', {
  summary: 'Add a passkey',
  body: z.object({ word, name, answer: made }),
  response: passkey,
  status: 201,
});
const params = z.object({ id: credentialId });
export const renamePasskey = endpoint('PATCH', '/api/me/passkeys/:id', {
  summary: 'Rename one of my passkeys',
  params,
  body: z.object({ name }),
  response: passkey,
});
/** 409 passkey.last_way_in: there is neither a password nor an identity provider to come back by. */
export const removePasskey = endpoint('DELETE', '/api/me/passkeys/:id', { summary: 'Remove one of my passkeys', params });
