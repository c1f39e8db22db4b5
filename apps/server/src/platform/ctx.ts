import type { Compilable, Kysely } from 'kysely';
import type { Actor } from './actor.ts';
import type { Bus } from './bus/bus.ts';
import type { Clock } from './clock/clock.ts';
import type { Db, Tx } from './db/db.ts';
import type { Tables } from './db/tables.ts';
import type { Viewer } from './db/viewer.ts';
import { appendFact } from './event-log/append.ts';
import type { Fact, Subjects } from './event-log/fact.ts';

/** What the process has once: handed down by app.ts. */
export type Platform = { db: Db; bus: Bus; clock: Clock };

/** What one piece of work has: in whose name it acts, what it may see, and how it writes. */
export type Ctx = {
  viewer: Viewer;
  actor: Actor;
  clock: Clock;
  /** Whether whoever asks may do this, too: for a route that serves what several permits guard. Nobody may whom no authorizer let in. */
  may: (permit: string) => boolean;
  /** One transaction behind the viewer's fence. Facts appended in it wake their readers once it is committed. */
  transaction: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>;
  /** One statement in a transaction of its own, in one round trip, behind the same fence. `wakes`: it wrote facts. */
  statement: <R>(write: (compile: Kysely<Tables>) => Compilable<R>, options?: { wakes: boolean }) => Promise<R[]>;
  /** Records facts in the transaction of the rows they tell about. */
  append: (tx: Tx, facts: Fact | Fact[], subjects?: Subjects) => Promise<void>;
  /** For statements in a transaction that write their facts themselves: wakes the readers after commit. */
  wakeReaders: (tx: Tx) => void;
  /** Wakes the lanes after commit: something waits for them. */
  wakeLanes: (tx: Tx) => void;
};

export function makeCtx({ db, bus, clock }: Platform, viewer: Viewer, actor: Actor, may: Ctx['may'] = () => false): Ctx {
  const wakeReaders = (tx: Tx) => tx.afterCommit(bus.hintLog);
  return {
    viewer,
    actor,
    clock,
    may,
    transaction: (work) => db.as(viewer, work),
    statement: async (write, options) => {
      const rows = await db.statementAs(viewer, write);
      if (options?.wakes) bus.hintLog();
      return rows;
    },
    append: async (tx, facts, subjects = {}) => {
      await appendFact(tx, { workspaceId: viewer.workspaceId, actor, at: clock.now() }, Array.isArray(facts) ? facts : [facts], subjects);
      wakeReaders(tx);
    },
    wakeReaders,
    wakeLanes: (tx) => tx.afterCommit(bus.hintWork),
  };
}

/** For routes open to everybody: whoever asks can see nothing, until the room has looked a workspace up and made a Ctx of its own. */
export const nobody = (platform: Platform): Ctx =>
  makeCtx(platform, { workspaceId: 'wsp_00000000000000000000000000', inboxes: [] }, { kind: 'system', id: null, name: '' });
