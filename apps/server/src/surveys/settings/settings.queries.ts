import type { AllSurveySettings, SurveySettings } from '@madoguchi/contract/surveys.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { listInboxes } from '../../workspaces/inboxes.queries.ts';
import { DEFAULT_SETTINGS } from './defaults.rules.ts';

/** Everything that is set, of the inboxes the viewer may see. */
export async function allSettings(ctx: Ctx, tx: Tx): Promise<AllSurveySettings> {
  const byInbox = await settingsByInbox(ctx, tx);
  const inboxes = (await listInboxes(ctx, tx)).flatMap(({ id }) => {
    const settings = byInbox.get(id);
    return settings ? [{ inboxId: id, settings }] : [];
  });
  return { workspace: byInbox.get('') ?? DEFAULT_SETTINGS, inboxes };
}

/** How customers of an inbox are asked: its own way, else the workspace's. */
export async function settingsFor(ctx: Ctx, tx: Tx, inboxId: string): Promise<SurveySettings> {
  const byInbox = await settingsByInbox(ctx, tx, ['', inboxId]);
  return byInbox.get(inboxId) ?? byInbox.get('') ?? DEFAULT_SETTINGS;
}

async function settingsByInbox(ctx: Ctx, tx: Tx, ids?: string[]): Promise<Map<string, SurveySettings>> {
  const rows = await tx
    .selectFrom('survey_settings')
    .select(['inbox_id', 'settings'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .$if(ids !== undefined, (query) => query.where('inbox_id', 'in', ids!))
    .execute();
  // What was set before a setting was thought of lacks it.
  return new Map(rows.map(({ inbox_id, settings }) => [inbox_id, { ...DEFAULT_SETTINGS, ...settings }]));
}
