import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A prefixed id such as `cnv_01k9…`: 9 characters of milliseconds (so that ids sort by age), then 100 random bits.
 */
export function newId(prefix: string, at: number = Date.now()): string {
  let time = '';
  for (let rest = at, place = 0; place < 9; place++, rest = Math.floor(rest / 32))
    time = alphabet[rest % 32] + time;
  let random = '';
  for (const byte of randomBytes(20)) random += alphabet[byte & 31];
  return `${prefix}_${time}${random}`;
}

/** A bearer secret of 256 bits, and what is stored of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
