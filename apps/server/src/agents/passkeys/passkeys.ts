import type { Passkey } from '@madoguchi/contract/passkeys.ts';
import type pg from 'pg';

export type StoredPasskey = { id: string; accountId: string; name: string; publicKey: Buffer; counter: number; transports: string[] };
type NewPasskey = StoredPasskey & { synced: boolean };

const SHOWN = 'id, name, synced, created_at, last_used_at';
type Row = { id: string; name: string; synced: boolean; created_at: Date; last_used_at: Date | null };

const toPasskey = (row: Row): Passkey => ({
  id: row.id,
  name: row.name,
  synced: row.synced,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

/** Passkeys of accounts, kept beside the passwords: the same pool, out of reach of the fenced roles. */
export const makePasskeys = (pool: pg.Pool) => ({
  async of(accountId: string): Promise<Passkey[]> {
    const { rows } = await pool.query(`select ${SHOWN} from sign_in_passkeys where account_id = $1 order by created_at, id`, [accountId]);
    return rows.map(toPasskey);
  },

  /** Those of these accounts that have one. */
  async among(accountIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await pool.query('select distinct account_id from sign_in_passkeys where account_id = any($1)', [accountIds]);
    return new Set(rows.map((row) => row.account_id as string));
  },

  async byId(id: string): Promise<StoredPasskey | null> {
    const { rows } = await pool.query(
      'select id, account_id as "accountId", name, public_key as "publicKey", counter, transports from sign_in_passkeys where id = $1',
      [id],
    );
    return rows[0] ?? null;
  },

  /** Null when somebody has it already. */
  async add({ id, accountId, name, publicKey, counter, transports, synced }: NewPasskey, now: Date): Promise<Passkey | null> {
    const { rows } = await pool.query(
      `insert into sign_in_passkeys (id, account_id, name, public_key, counter, transports, synced, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${SHOWN}`,
      [id, accountId, name, publicKey, counter, transports, synced, now],
    );
    return rows[0] ? toPasskey(rows[0]) : null;
  },

  /** Notes a use. False when its counter moved meanwhile: of two at once with the same signature one counts. */
  async used({ id, counter }: StoredPasskey, next: number, now: Date): Promise<boolean> {
    const { rowCount } = await pool.query('update sign_in_passkeys set counter = $3, last_used_at = $4 where id = $1 and counter = $2', [
      id,
      counter,
      next,
      now,
    ]);
    return rowCount === 1;
  },

  async rename(accountId: string, id: string, name: string): Promise<Passkey | null> {
    const { rows } = await pool.query(`update sign_in_passkeys set name = $3 where account_id = $1 and id = $2 returning ${SHOWN}`, [
      accountId,
      id,
      name,
    ]);
    return rows[0] ? toPasskey(rows[0]) : null;
  },

  /** The name it had; null when there is none. `others`: only if another one stays. */
  async remove(accountId: string, id: string, { others }: { others: boolean }): Promise<string | null> {
    const { rows } = await pool.query(
      `with mine as (select id from sign_in_passkeys where account_id = $1 order by id for update)
       delete from sign_in_passkeys where account_id = $1 and id = $2 and (not $3 or (select count(*) from mine) > 1) returning name`,
      [accountId, id, others],
    );
    return (rows[0]?.name as string | undefined) ?? null;
  },

  /** How many there were. */
  async removeAll(accountId: string): Promise<number> {
    const { rowCount } = await pool.query('delete from sign_in_passkeys where account_id = $1', [accountId]);
    return rowCount ?? 0;
  },
});
