import { generateKeyPairSync } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { ALGORITHMS, counterOf, type Decode } from './assertion.rules.ts';
import type { StoredPasskey } from './passkeys.ts';

/** Where passkeys hold: `id` is the host people use, `origin` that with scheme and port (Web Authentication Level 3, 5.1.2). */
export type Party = { id: string; origin: string };
type Mine = { accountId: string; email: string; name: string; have: readonly string[] };

/** A fifth of all that the server loads, for what few ask of it: loaded when a passkey is made or shown for the first time. */
const library = () => import('@simplewebauthn/server');

export const partyOf = (address: string): Party => ({ id: new URL(address).hostname, origin: new URL(address).origin });

/** What the browser is asked to make: found without a name typed, and opened by finger, face or PIN, so that it counts as two factors. */
export const questionToMake = async ({ id }: Party, { accountId, email, name, have }: Mine) =>
  (await library()).generateRegistrationOptions({
    rpName: 'Madoguchi',
    rpID: id,
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(accountId)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: have.map((credential) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

export const questionToUse = async ({ id }: Party) =>
  (await library()).generateAuthenticationOptions({ rpID: id, userVerification: 'required' });

/** What a browser made; null for anything that does not answer `challenge` at this party. */
export async function madeBy(party: Party, challenge: string, answer: RegistrationResponseJSON) {
  const { verifyRegistrationResponse } = await library();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) return null;
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialBackedUp,
  };
}

/** The counter after a right answer; null for a wrong one. Without a passkey the same work is done in vain. */
export async function counterAfter(
  party: Party,
  challenge: string,
  { response }: AuthenticationResponseJSON,
  passkey: StoredPasskey | null,
) {
  const { decodeCredentialPublicKey } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeCredentialPublicKey as unknown as Decode;
  const counter = counterOf(party, challenge, response, passkey ?? { publicKey: nobodysKey, counter: 0 }, decoded);
  // The account it was made for is sealed into the passkey: nobody else's will do.
  const handle = response.userHandle ? Buffer.from(response.userHandle, 'base64url').toString() : null;
  return passkey && (handle === null || handle === passkey.accountId) ? counter : null;
}

/** A public key that nobody holds the other half of, as COSE (RFC 9053, 7.1.1): EC2, ES256, P-256. */
const nobodysKey = (() => {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const point = (part: string | undefined) => Buffer.from(part ?? '', 'base64url');
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), point(x), Buffer.from('225820', 'hex'), point(y)]);
})();
