// Pure: the id of an article that its writer has a key for.
import { createHash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** The same for the same writer and key, for ever; another writer with that key gets another article. */
export function articleIdOf(writer: string | null, key: string): string {
  const bytes = createHash('sha256')
    .update(`${writer ?? ''} ${key}`)
    .digest();
  return `art_${Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('')}`;
}
