import type { Calendar } from '@madoguchi/contract/calendars.ts';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { brandsOf } from '../brands/brands.queries.ts';
import { workspaceSettings } from '../workspaces.queries.ts';
import { hoursThatApply, type ZonedHours } from './which-calendar.rules.ts';

/** Ids are unique across installations, so one cache serves every database of a process. */
const cache = makeShortCache<Calendar[]>({ ttlMs: 5000, max: 1000 });

export const forgetCalendars = (workspaceId: string): void => cache.drop(workspaceId);

/** The calendars beside the workspace's own hours, by name. */
export async function listCalendars(tx: Tx, workspaceId: string): Promise<Calendar[]> {
  const rows = await tx.selectFrom('calendars').selectAll().where('workspace_id', '=', workspaceId).orderBy('name').orderBy('id').execute();
  const uses = await tx.selectFrom('calendar_uses').selectAll().where('workspace_id', '=', workspaceId).orderBy('key').execute();
  const keysOf = (calendarId: string, kind: string) =>
    uses.filter((use) => use.calendar_id === calendarId && use.kind === kind).map(({ key }) => key);
  return rows.map(({ id, name, timezone, hours }) => ({
    id,
    name,
    timezone,
    hours,
    uses: { contracts: keysOf(id, 'contract'), inboxIds: keysOf(id, 'inbox'), brandIds: keysOf(id, 'brand') },
  }));
}

/** @throws notFound */
export async function readCalendar(tx: Tx, workspaceId: string, id: string): Promise<Calendar> {
  const found = (await listCalendars(tx, workspaceId)).find((calendar) => calendar.id === id);
  if (!found) throw notFound();
  return found;
}

/** The calendars, at most five seconds old. Inside a transaction hand it over, so that a miss takes no second connection. */
export const calendarsOf = (ctx: Ctx, tx?: Tx): Promise<Calendar[]> =>
  cache.get(ctx.viewer.workspaceId, () =>
    tx ? listCalendars(tx, ctx.viewer.workspaceId) : ctx.transaction((own) => listCalendars(own, ctx.viewer.workspaceId)),
  );

/** The hours that count for a matter: its contract's, inbox's, brand's or the workspace's, at most five seconds old. */
export async function hoursOf(ctx: Ctx, tx: Tx | undefined, inboxId: string, contract: string | null): Promise<ZonedHours> {
  const { businessHours, timezone } = await workspaceSettings(ctx, tx);
  const calendars = await calendarsOf(ctx, tx);
  if (calendars.length === 0) return { hours: businessHours, timezone };
  const brandId = (await brandsOf(ctx, tx)).ofInbox(inboxId).id;
  return hoursThatApply(calendars, { hours: businessHours, timezone }, { contract, inboxId, brandId });
}
