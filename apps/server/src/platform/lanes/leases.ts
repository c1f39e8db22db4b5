import { sql } from 'kysely';
import type { Db } from '../db/db.ts';

/**
 * One process at a time holds a name, as long as it keeps saying so: a process that dies lets go by silence. Times are the database's.
 */
export type Leases = {
  /** Takes or renews a name for `ms`. @returns false while another holds it */
  take: (name: string, ms: number) => Promise<boolean>;
  release: (name: string) => Promise<void>;
};

/** @param holder unique to this process, for its lifetime */
export const openLeases = (db: Db, holder: string): Leases => ({
  take: async (name, ms) => {
    const until = sql<Date>`now() + ${`${ms} milliseconds`}::interval`;
    const rows = await db.directory((tx) =>
      tx
        .insertInto('leases')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((eb) => eb.or([eb('leases.until', '<', sql<Date>`now()`), eb('leases.holder', '=', holder)])),
        )
        .returning('name')
        .execute(),
    );
    return rows.length > 0;
  },
  release: async (name) => {
    await db.directory((tx) => tx.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute());
  },
});
