import type { AllSurveySettings, SurveySettings } from '@madoguchi/contract/surveys.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { readInbox } from '../../workspaces/inboxes.queries.ts';
import { surveySettingsChanged } from '../surveys.events.ts';
import { changedIn } from './defaults.rules.ts';
import { allSettings, settingsFor } from './settings.queries.ts';

/** The workspace's way of asking. The same again writes no fact. */
export async function setSettings(ctx: Ctx, settings: SurveySettings): Promise<AllSurveySettings> {
  return ctx.transaction(async (tx) => {
    await keep(ctx, tx, '', settings);
    return allSettings(ctx, tx);
  });
}

/** An inbox's own way of asking; null takes it away. @throws notFound for an inbox that is not there */
export async function setInboxSettings(ctx: Ctx, inboxId: string, settings: SurveySettings | null): Promise<AllSurveySettings> {
  return ctx.transaction(async (tx) => {
    await readInbox(ctx, tx, inboxId);
    if (settings) await keep(ctx, tx, inboxId, settings);
    else await forget(ctx, tx, inboxId);
    return allSettings(ctx, tx);
  });
}

async function keep(ctx: Ctx, tx: Tx, inboxId: string, settings: SurveySettings): Promise<void> {
  const changed = changedIn(await settingsFor(ctx, tx, inboxId), settings);
  const row = { settings: JSON.stringify(settings) as never, updated_at: ctx.clock.now() };
  await tx
    .insertInto('survey_settings')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id']).doUpdateSet(row))
    .execute();
  if (changed.length > 0) await tell(ctx, tx, inboxId, changed);
}

async function forget(ctx: Ctx, tx: Tx, inboxId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('survey_settings')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .returning('inbox_id')
    .executeTakeFirst();
  if (gone) await tell(ctx, tx, inboxId, ['inherited']);
}

const tell = (ctx: Ctx, tx: Tx, inboxId: string, changed: string[]) =>
  ctx.append(tx, surveySettingsChanged({ inboxId: inboxId || null, changed }), inboxId ? { inboxId } : {});
