import type { Workspace } from '@madoguchi/contract/workspaces.ts';
import { systemActor } from '../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { newId } from '../platform/ids/ids.ts';
import { changeDefaultBrand, insertDefaultBrand } from './brands/brands.commands.ts';
import { changedIn } from './changed.ts';
import { insertInbox } from './inboxes.commands.ts';
import { firstGreeting, firstInboxes } from './workspaces.defaults.ts';
import { timezoneUnknown } from './workspaces.errors.ts';
import { workspaceCreated, workspaceUpdated } from './workspaces.events.ts';
import { forgetSettings, readWorkspace } from './workspaces.queries.ts';
import { isTimeZone } from './workspaces.rules.ts';
import type { NewWorkspace } from './workspaces.types.ts';

/** A workspace with the two inboxes it begins with. */
export type FirstInboxes = { chatInboxId: string; formInboxId: string };

/** A Ctx for a workspace that is about to be made: its id is chosen here, and nothing else can be seen through it. */
export const ctxOfNewWorkspace = (platform: Platform): Ctx => makeCtx(platform, systemViewer(newId('wsp')), systemActor);

/** Makes a workspace with its first chat and its first form inbox. @throws timezoneUnknown */
export async function createWorkspace(platform: Platform, settings: NewWorkspace): Promise<FirstInboxes & { workspaceId: string }> {
  const ctx = ctxOfNewWorkspace(platform);
  return ctx.transaction(async (tx) => ({ workspaceId: ctx.viewer.workspaceId, ...(await insertWorkspace(ctx, tx, settings)) }));
}

/** Rows and facts of a new workspace, in the caller's transaction; its id is the Ctx's. */
export async function insertWorkspace(ctx: Ctx, tx: Tx, settings: NewWorkspace): Promise<FirstInboxes> {
  const { name, locale, timezone = 'Asia/Tokyo' } = settings;
  if (!isTimeZone(timezone)) throw timezoneUnknown();
  const { color } = await tx
    .insertInto('workspaces')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      name,
      locale,
      timezone,
      business_hours: settings.businessHours ?? null,
      greeting: settings.greeting ?? firstGreeting,
      created_at: ctx.clock.now(),
      ...(settings.color ? { color: settings.color } : {}),
      ...(settings.replyMinutes === undefined ? {} : { reply_minutes: settings.replyMinutes }),
      ...(settings.undoSendSeconds === undefined ? {} : { undo_send_seconds: settings.undoSendSeconds }),
    })
    .returning('color')
    .executeTakeFirstOrThrow();
  await insertDefaultBrand(ctx, tx, { name, color });
  await ctx.append(tx, workspaceCreated({ name, locale }));
  const { chat, form } = firstInboxes(locale);
  return { chatInboxId: await insertInbox(ctx, tx, chat), formInboxId: await insertInbox(ctx, tx, form) };
}

type Change = Partial<Omit<Workspace, 'id'>>;

/** Changes settings; what is already so changes nothing and writes no fact. @throws timezoneUnknown */
export async function updateWorkspace(ctx: Ctx, change: Change): Promise<Workspace> {
  if (change.timezone !== undefined && !isTimeZone(change.timezone)) throw timezoneUnknown();
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await readWorkspace(tx, workspaceId);
    const changed = changedIn(change, before);
    if (changed.length === 0) return before;

    const after = { ...before, ...Object.fromEntries(changed.map((name) => [name, change[name]])) };
    await tx
      .updateTable('workspaces')
      .set({
        name: after.name,
        locale: after.locale,
        timezone: after.timezone,
        business_hours: after.businessHours,
        color: after.color,
        greeting: after.greeting,
        reply_minutes: after.replyMinutes,
        undo_send_seconds: after.undoSendSeconds,
        answers_right: after.answersRight,
        mask_numbers: after.maskNumbers,
      })
      .where('workspace_id', '=', workspaceId)
      .execute();
    if (changed.includes('name') || changed.includes('color')) await changeDefaultBrand(ctx, tx, after);
    await ctx.append(tx, workspaceUpdated({ changed }));
    tx.afterCommit(() => forgetSettings(workspaceId));
    return after;
  });
}
