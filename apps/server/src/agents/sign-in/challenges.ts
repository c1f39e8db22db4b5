import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { seal, unseal } from '../../platform/secrets/seal.ts';

/**
 * What must come back once: kept sealed under the hash of a random word, and gone with the first who brings the word. In the table for
 * verifications, out of reach of the fenced roles.
 */
export const makeChallenges = (pool: pg.Pool, key: Buffer) => ({
  /** Keeps `value` for `ms` milliseconds; the word to bring, a new one unless given. */
  async put(kind: string, value: unknown, { now, ms, word = randomBytes(24).toString('base64url') }: Put): Promise<string> {
    await pool.query('delete from sign_in_verifications where identifier = $1 and expires_at < $2', [kind, now]);
    await pool.query('insert into sign_in_verifications (id, identifier, value, expires_at) values ($1, $2, $3, $4)', [
      idOf(kind, word),
      kind,
      seal(key, JSON.stringify(value)).toString('base64url'),
      new Date(now.getTime() + ms),
    ]);
    return word;
  },
  /** Whether a word comes for the first time within `ms`; of two at once one is the first. */
  async isFirst(kind: string, word: string, { now, ms }: Omit<Put, 'word'>): Promise<boolean> {
    await pool.query('delete from sign_in_verifications where identifier = $1 and expires_at < $2', [kind, now]);
    const { rowCount } = await pool.query(
      'insert into sign_in_verifications (id, identifier, value, expires_at) values ($1, $2, $3, $4) on conflict do nothing',
      [idOf(kind, word), kind, '', new Date(now.getTime() + ms)],
    );
    return rowCount === 1;
  },
  /** Takes an `isFirst` back: what the word was for did not come about. */
  async forget(kind: string, word: string): Promise<void> {
    await pool.query('delete from sign_in_verifications where id = $1', [idOf(kind, word)]);
  },
  /** The value, this once; null for a word of nobody, too old, or brought before. Of two at once one gets it. */
  async take<T>(kind: string, word: string, now: Date): Promise<T | null> {
    const { rows } = await pool.query('delete from sign_in_verifications where id = $1 returning value, expires_at', [idOf(kind, word)]);
    const row = rows[0] as { value: string; expires_at: Date } | undefined;
    return row && row.expires_at > now ? JSON.parse(unseal(key, Buffer.from(row.value, 'base64url'))) : null;
  },
});

type Put = { now: Date; ms: number; word?: string };

const idOf = (kind: string, word: string): string => `${kind}:${createHash('sha256').update(word).digest('base64url')}`;
