import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import { articleCreated, articlePublished, articleUpdated } from '../knowledge.events.ts';
import { endedBy } from '../knowledge.rules.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import { versionOfOriginal } from '../life/translations.queries.ts';
import { insertArticles, keepVersions } from '../write-articles.ts';
import { type PlannedRow, planRows } from './import.plan.rules.ts';
import { candidatesFor } from './import.queries.ts';
import type { ImportRow } from './import.types.ts';

/**
 * Writes rows over the articles they are about, and the others as new ones: one fact for each article that changes. With `publish`
 * drafts are published, save those without an answer; what is archived stays archived until somebody takes it back by hand.
 */
export async function applyRows(ctx: Ctx, tx: Tx, rows: ImportRow[], publish: boolean): Promise<{ added: number; changed: number }> {
  const planned = planRows(rows, await candidatesFor(tx, ctx.viewer.workspaceId, rows, true));
  const facts: Fact[] = [];

  const fresh = planned.filter(({ existing }) => existing === null);
  const brandIdsOf = await brandsHere(ctx, tx);
  // What was for brands that are not here is for nobody until somebody says for whom.
  const isStrange = ({ brandKeys }: ImportRow) => brandKeys !== undefined && brandIdsOf(brandKeys).length === 0;
  const statusOf = ({ content, row }: PlannedRow) =>
    publish && !row.isDraft && !isStrange(row) && content.answer !== '' ? 'published' : 'draft';
  const added = await insertArticles(
    ctx,
    tx,
    fresh.map((plan) => ({
      content: plan.content,
      status: statusOf(plan),
      externalId: plan.row.externalId,
      isInternal: plan.row.isInternal,
      brandIds: plan.row.brandKeys && !isStrange(plan.row) ? brandIdsOf(plan.row.brandKeys) : null,
    })),
  );
  for (const { id, status } of added)
    facts.push(articleCreated({ articleId: id, status: status === 'published' ? 'published' : 'draft', from: 'import' }));

  const versions: StoredArticle[] = [];
  for (const plan of planned) {
    const changed = plan.existing && (await writeOver(ctx, tx, plan, plan.existing, publish));
    if (!changed) continue;
    const { id, version } = changed;
    if (plan.fields.length > 0) {
      versions.push(changed);
      facts.push(articleUpdated({ articleId: id, status: changed.status, version, fields: plan.fields }));
    } else facts.push(articlePublished({ articleId: id, status: changed.status, version }));
  }
  await keepVersions(ctx, tx, versions);
  await ctx.append(tx, facts);
  return { added: added.length, changed: versions.length };
}

/** The brands of this workspace by their keys, held so that none is removed meanwhile. */
async function brandsHere(ctx: Ctx, tx: Tx): Promise<(keys: readonly string[]) => string[]> {
  const rows = await tx
    .selectFrom('brands')
    .select(['id', 'key'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .forKeyShare()
    .execute();
  return (keys) => rows.filter(({ key }) => keys.includes(key)).map(({ id }) => id);
}

/** The article as it is then; null when nothing that readers care about changed. */
async function writeOver(ctx: Ctx, tx: Tx, plan: PlannedRow, existing: StoredArticle, publish: boolean): Promise<StoredArticle | null> {
  const publishes = publish && !plan.row.isDraft && existing.status === 'draft' && plan.content.answer !== '';
  const externalId = existing.external_id ?? (plan.row.externalId === existing.id ? null : plan.row.externalId);
  const matters = plan.fields.length > 0 || publishes;
  if (!matters && externalId === existing.external_id) return null;
  const now = ctx.clock.now();
  const written = await tx
    .updateTable('articles')
    .set({
      external_id: externalId,
      ...(plan.fields.length > 0 ? { ...plan.content, version: existing.version + 1, source_version: versionOfOriginal } : {}),
      ...(publishes ? { status: 'published', published_at: now, ...endedBy('published') } : {}),
      ...(matters ? { updated_at: now, updated_by: ctx.actor.name } : {}),
    })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', existing.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return matters ? written : null;
}
