import { jwtVerify } from 'jose';
import { z } from 'zod';
import { refusal } from '../../platform/http/refusal.ts';

export const identityInvalid = refusal('visitor.identity_invalid', 401);

const claims = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  name: z.string().max(100).optional(),
  reading: z.string().max(100).optional(),
  email: z.email().max(254).optional(),
});
export type SignedIdentity = { externalId: string; name?: string; reading?: string; email?: string };

/**
 * Who the company's own site says its signed-in customer is: a JWT (RFC 7519), HS256 with the inbox's identity secret, with `sub` and
 * `exp`. Nothing else is accepted, so nobody can claim to be somebody.
 * @throws identityInvalid for a forged, expired or incomplete one
 */
export async function readSignedIdentity(jwt: string, secret: string, now: Date): Promise<SignedIdentity> {
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      currentDate: now,
      requiredClaims: ['sub', 'exp'],
    });
    const { sub, name, reading, email } = claims.parse(payload);
    return { externalId: sub, name, reading, email };
  } catch {
    throw identityInvalid();
  }
}
