import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Problem } from '../../platform/problem.ts';
import { storable } from '../../platform/storable.ts';

const claims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  email: z.string().max(200).optional(),
});
export type Identity = z.infer<typeof claims>;

const audience = 'tandem';
const longestSeconds = 3600;

/** What a shop's server signs for a signed-in customer: HS256, audience `tandem`, at most one hour. */
export function signIdentity(secret: string, identity: Identity, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ name: identity.name, email: identity.email })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(identity.sub)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + longestSeconds)
    .sign(new TextEncoder().encode(secret));
}

/** @throws Problem `not_allowed` for anything but a fresh, rightly signed token that lives at most an hour */
export async function verifyIdentity(secret: string, token: string, now: number): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['sub', 'exp', 'iat'],
      currentDate: new Date(now),
      clockTolerance: 5,
    });
    const lifetime = (payload.exp ?? 0) - (payload.iat ?? 0);
    if (lifetime > longestSeconds) throw new Error('lives longer than an hour');
    return claims.parse(storable(payload));
  } catch (cause) {
    const why = cause instanceof errors.JWTExpired ? 'has expired' : 'is not valid';
    throw new Problem('not_allowed', `The shop’s identity token ${why}.`, { field: 'identity', cause });
  }
}
