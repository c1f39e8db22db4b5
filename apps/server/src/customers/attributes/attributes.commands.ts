import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { attributeTaken } from '../customers.errors.ts';
import { attributeChanged, attributeDefined, attributeRemoved } from '../customers.events.ts';
import { listAttributes } from './attributes.queries.ts';

/** Defines an attribute; values that agents wrote under its name before are its values now. @throws attributeTaken */
export async function createAttribute(
  ctx: Ctx,
  { label, ...given }: Omit<AttributeDefinition, 'id' | 'key'>,
): Promise<AttributeDefinition> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const own = await lockOwn(ctx, tx, given.subject);
    const made = { ...given, id: newId('atd'), key: label.trim(), label: label.trim(), choices: choicesOf(given) };
    if (own.some((one) => one.key === made.key || one.label === made.label)) throw attributeTaken();
    await tx
      .insertInto('attribute_definitions')
      .values({ workspace_id, ...made, place: own.length })
      .execute();
    await ctx.append(tx, attributeDefined({ attributeId: made.id, subject: made.subject, kind: made.kind }));
    return made;
  });
}

type Change = { label?: string | undefined; choices?: string[] | undefined; place?: number | undefined };

/** @throws notFound · attributeTaken */
export async function updateAttribute(ctx: Ctx, id: string, change: Change): Promise<AttributeDefinition> {
  return ctx.transaction(async (tx) => {
    const all = await listAttributes(tx, ctx.viewer.workspaceId);
    const subject = all.find((one) => one.id === id)?.subject;
    if (!subject) throw notFound();
    const own = await lockOwn(ctx, tx, subject);
    const before = own.find((one) => one.id === id)!;
    const label = change.label?.trim() ?? before.label;
    if (own.some((one) => one.id !== id && (one.label === label || one.key === label))) throw attributeTaken();
    const after = { ...before, label, choices: change.choices ? choicesOf({ ...before, choices: change.choices }) : before.choices };
    await write(ctx, tx, id, { label, choices: after.choices });
    if (change.place !== undefined) {
      const others = own.filter((one) => one.id !== id);
      for (const [place, one] of others.toSpliced(change.place, 0, after).entries()) await write(ctx, tx, one.id, { place });
    }
    await ctx.append(tx, attributeChanged({ attributeId: id, changed: Object.keys(change) }));
    return after;
  });
}

/** Values stay, as free text under the name. @throws notFound */
export async function deleteAttribute(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('attribute_definitions')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
    await ctx.append(tx, attributeRemoved({ attributeId: id }));
  });
}

const choicesOf = ({ kind, choices }: Pick<AttributeDefinition, 'kind' | 'choices'>): string[] =>
  kind === 'choice' ? [...new Set(choices.map((one) => one.trim()).filter(Boolean))] : [];

const write = (ctx: Ctx, tx: Tx, id: string, set: { label?: string; choices?: string[]; place?: number }) =>
  tx.updateTable('attribute_definitions').set(set).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();

/** Those of one subject, in their order; changed by one at a time. */
async function lockOwn(ctx: Ctx, tx: Tx, subject: AttributeDefinition['subject']): Promise<AttributeDefinition[]> {
  const { workspaceId } = ctx.viewer;
  await tx
    .selectFrom('attribute_definitions')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('subject', '=', subject)
    .orderBy('id')
    .forUpdate()
    .execute();
  return (await listAttributes(tx, workspaceId)).filter((one) => one.subject === subject);
}
