import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { sign, verify } from '../../platform/secrets/keys.ts';
import { seal, unseal } from '../../platform/secrets/seal.ts';
import { looksLikeTotp, newSecret, recoveryCodeFrom, recoveryHash, stepOfCode, typedCode } from './codes.rules.ts';

const RECOVERY_CODES = 10;
const PROPOSAL_MS = 15 * 60_000;

export type Factor = { since: Date; recoveryCodesLeft: number };
/** How a code was right; `left`: recovery codes that remain. */
export type Taken = { by: 'totp' } | { by: 'recovery'; left: number };

/** Second factors of accounts, kept beside the passwords: the same pool, out of reach of the fenced roles. */
export function makeFactors(pool: pg.Pool, keys: { sealing: Buffer; recovery: Buffer; proposals: Buffer }) {
  return {
    async of(accountId: string): Promise<Factor | null> {
      const { rows } = await pool.query(
        `select f.created_at as since, count(c.account_id) filter (where c.used_at is null)::int as left
         from sign_in_factors f left join sign_in_recovery_codes c using (account_id) where account_id = $1 group by f.account_id`,
        [accountId],
      );
      return rows[0] ? { since: rows[0].since, recoveryCodesLeft: rows[0].left } : null;
    },

    /** Those of these accounts that have one. */
    async among(accountIds: readonly string[]): Promise<Set<string>> {
      const { rows } = await pool.query('select account_id from sign_in_factors where account_id = any($1)', [accountIds]);
      return new Set(rows.map((row) => row.account_id as string));
    },

    /** A secret for an app, and the word with which it comes back: nothing is kept until the first code proves that it arrived. */
    propose(accountId: string, now: Date): { secret: string; token: string } {
      const secret = newSecret();
      const inside = seal(keys.sealing, secret).toString('base64url');
      return { secret, token: sign(keys.proposals, { accountId, inside, until: now.getTime() + PROPOSAL_MS }) };
    },

    /** The secret of a proposal made for this account; null for anything else and for one that is too old. */
    proposed(accountId: string, token: string, now: Date): string | null {
      const proposal = verify(keys.proposals, token) as { accountId: string; inside: string; until: number } | null;
      if (proposal?.accountId !== accountId || proposal.until < now.getTime()) return null;
      return unseal(keys.sealing, Buffer.from(proposal.inside, 'base64url'));
    },

    /** Keeps a secret whose code of `step` was given; the recovery codes, in plain this once. Null when there is a factor already. */
    async turnOn(accountId: string, secret: string, step: number, now: Date): Promise<string[] | null> {
      const { rowCount } = await pool.query(
        'insert into sign_in_factors (account_id, sealed_secret, last_step, created_at) values ($1, $2, $3, $4) on conflict do nothing',
        [accountId, seal(keys.sealing, secret), step, now],
      );
      return rowCount === 0 ? null : renew(accountId);
    },

    async turnOff(accountId: string): Promise<boolean> {
      const { rowCount } = await pool.query('delete from sign_in_factors where account_id = $1', [accountId]);
      return rowCount === 1;
    },

    /** New recovery codes in place of all others, in plain this once. */
    renew,

    /** Uses a code up: of the app, or one for recovery. Null for a wrong one and for one that counted before; two at once cannot both count. */
    async take(accountId: string, typed: string, now: Date): Promise<Taken | null> {
      const code = typedCode(typed);
      return looksLikeTotp(code) ? takeTotp(accountId, code, now) : takeRecovery(accountId, code, now);
    },
  };

  async function takeTotp(accountId: string, code: string, now: Date): Promise<Taken | null> {
    const { rows } = await pool.query('select sealed_secret from sign_in_factors where account_id = $1', [accountId]);
    const step = rows[0] ? stepOfCode(unseal(keys.sealing, rows[0].sealed_secret), code, now) : null;
    if (step === null) return null;
    const { rowCount } = await pool.query('update sign_in_factors set last_step = $2 where account_id = $1 and last_step < $2', [
      accountId,
      step,
    ]);
    return rowCount === 1 ? { by: 'totp' } : null;
  }

  async function takeRecovery(accountId: string, code: string, now: Date): Promise<Taken | null> {
    const { rowCount } = await pool.query(
      'update sign_in_recovery_codes set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
      [accountId, recoveryHash(keys.recovery, accountId, code), now],
    );
    if (rowCount !== 1) return null;
    const { rows } = await pool.query(
      'select count(*)::int as left from sign_in_recovery_codes where account_id = $1 and used_at is null',
      [accountId],
    );
    return { by: 'recovery', left: rows[0].left };
  }

  async function renew(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(randomBytes(10)));
    const hashes = codes.map((code) => recoveryHash(keys.recovery, accountId, code));
    await pool.query(
      `with gone as (delete from sign_in_recovery_codes where account_id = $1)
       insert into sign_in_recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])`,
      [accountId, hashes],
    );
    return codes;
  }
}
