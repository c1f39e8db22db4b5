import type { Calendar } from '@madoguchi/contract/calendars.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changedIn } from '../changed.ts';
import { timezoneUnknown } from '../workspaces.errors.ts';
import { isTimeZone } from '../workspaces.rules.ts';
import { calendarCreated, calendarRemoved, calendarUpdated } from './calendars.events.ts';
import { forgetCalendars, readCalendar } from './calendars.queries.ts';

type Wish = Omit<Calendar, 'id'>;

/** Adds business hours under a name. @throws timezoneUnknown */
export async function createCalendar(ctx: Ctx, wish: Wish): Promise<Calendar> {
  refuseUnknown(wish);
  return change(ctx, async (tx) => {
    const id = newId('cal');
    await tx
      .insertInto('calendars')
      .values({ workspace_id: ctx.viewer.workspaceId, id, ...columnsOf(wish), created_at: ctx.clock.now() })
      .execute();
    await setUses(ctx, tx, id, wish.uses);
    await ctx.append(tx, calendarCreated({ calendarId: id, name: wish.name }));
    return readCalendar(tx, ctx.viewer.workspaceId, id);
  });
}

/** Replaces a calendar; the same again writes no fact. @throws timezoneUnknown · notFound */
export async function updateCalendar(ctx: Ctx, id: string, wish: Wish): Promise<Calendar> {
  refuseUnknown(wish);
  return change(ctx, async (tx) => {
    await lock(ctx, tx, id);
    const before = await readCalendar(tx, ctx.viewer.workspaceId, id);
    if (changedIn({ ...wish, uses: inOrder(wish.uses) }, before).length === 0) return before;
    await tx
      .updateTable('calendars')
      .set(columnsOf(wish))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    await setUses(ctx, tx, id, wish.uses);
    await ctx.append(tx, calendarUpdated({ calendarId: id, name: wish.name }));
    return readCalendar(tx, ctx.viewer.workspaceId, id);
  });
}

/** Removes a calendar; what it was for has the next one that applies. @throws notFound, also for one that is removed already */
export async function removeCalendar(ctx: Ctx, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const { name } = await lock(ctx, tx, id);
    await tx.deleteFrom('calendars').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, calendarRemoved({ calendarId: id, name }));
  });
}

function refuseUnknown({ timezone }: Wish): void {
  if (timezone !== null && !isTimeZone(timezone)) throw timezoneUnknown();
}

const change = <R>(ctx: Ctx, work: (tx: Tx) => Promise<R>): Promise<R> =>
  ctx.transaction((tx) => {
    tx.afterCommit(() => forgetCalendars(ctx.viewer.workspaceId));
    return work(tx);
  });

const columnsOf = ({ name, timezone, hours }: Wish) => ({ name, timezone, hours });

const inOrder = ({ contracts, inboxIds, brandIds }: Calendar['uses']): Calendar['uses'] => ({
  contracts: tidy(contracts),
  inboxIds: tidy(inboxIds),
  brandIds: tidy(brandIds),
});
const tidy = (keys: readonly string[]): string[] => [...new Set(keys.map((key) => key.trim()))].sort();

async function lock(ctx: Ctx, tx: Tx, id: string): Promise<{ name: string }> {
  const row = await tx
    .selectFrom('calendars')
    .select('name')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** What another calendar was for goes over to this one: each contract, inbox and brand has one. */
async function setUses(ctx: Ctx, tx: Tx, calendarId: string, uses: Calendar['uses']): Promise<void> {
  const { contracts, inboxIds, brandIds } = inOrder(uses);
  const workspace_id = ctx.viewer.workspaceId;
  const row = (kind: string) => (key: string) => ({ workspace_id, kind, key, calendar_id: calendarId });
  const rows = [...contracts.map(row('contract')), ...inboxIds.map(row('inbox')), ...brandIds.map(row('brand'))];
  await tx.deleteFrom('calendar_uses').where('workspace_id', '=', workspace_id).where('calendar_id', '=', calendarId).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('calendar_uses')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'key']).doUpdateSet({ calendar_id: calendarId }))
    .execute();
}
