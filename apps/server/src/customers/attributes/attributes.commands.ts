import { conditionsAreSound } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { attributeConditionRefused, attributeTaken } from '../customers.errors.ts';
import { attributeChanged, attributeDefined, attributeRemoved } from '../customers.events.ts';
import { listAttributes } from './attributes.queries.ts';

type Details = Pick<AttributeDefinition, 'labelEn' | 'help' | 'helpEn' | 'required' | 'shownWhen' | 'requiredWhen'>;
type Wish = Pick<AttributeDefinition, 'subject' | 'label' | 'kind' | 'choices'> & Partial<Details>;

/** Defines an attribute; values that agents wrote under its name before are its values now. @throws attributeTaken · attributeConditionRefused */
export async function createAttribute(ctx: Ctx, { label, ...given }: Wish): Promise<AttributeDefinition> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const own = await lockOwn(ctx, tx, given.subject);
    const named = { id: newId('atd'), key: label.trim(), label: label.trim(), choices: choicesOf(given) };
    const made: AttributeDefinition = { ...PLAIN, ...given, ...named };
    if (own.some((one) => one.key === made.key || one.label === made.label)) throw attributeTaken();
    refuseUnsound(made, own);
    const { id, subject, kind } = made;
    await tx
      .insertInto('attribute_definitions')
      .values({ workspace_id, id, subject, key: made.key, kind, place: own.length, ...columnsOf(made) })
      .execute();
    await ctx.append(tx, attributeDefined({ attributeId: made.id, subject: made.subject, kind: made.kind, name: made.label }));
    return made;
  });
}

type Optional<T> = { [K in keyof T]?: T[K] | undefined };
type Change = Optional<Details & { label: string; choices: string[]; place: number }>;

/** @throws notFound · attributeTaken · attributeConditionRefused */
export async function updateAttribute(ctx: Ctx, id: string, change: Change): Promise<AttributeDefinition> {
  return ctx.transaction(async (tx) => {
    const all = await listAttributes(tx, ctx.viewer.workspaceId);
    const subject = all.find((one) => one.id === id)?.subject;
    if (!subject) throw notFound();
    const own = await lockOwn(ctx, tx, subject);
    const before = own.find((one) => one.id === id)!;
    const label = change.label?.trim() ?? before.label;
    if (own.some((one) => one.id !== id && (one.label === label || one.key === label))) throw attributeTaken();
    const { place: wished, ...given } = change;
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<AttributeDefinition>;
    const after = {
      ...before,
      ...said,
      label,
      choices: change.choices ? choicesOf({ ...before, choices: change.choices }) : before.choices,
    };
    refuseUnsound(
      after,
      own.filter((one) => one.id !== id),
    );
    await write(ctx, tx, id, columnsOf(after));
    if (wished !== undefined) {
      const others = own.filter((one) => one.id !== id);
      for (const [place, one] of others.toSpliced(wished, 0, after).entries()) await write(ctx, tx, one.id, { place });
    }
    await ctx.append(tx, attributeChanged({ attributeId: id, changed: Object.keys(change), name: after.label }));
    return after;
  });
}

/** Values stay, as free text under the name. @throws notFound */
export async function deleteAttribute(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('attribute_definitions')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('label')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, attributeRemoved({ attributeId: id, name: removed.label }));
  });
}

const PLAIN: Details = { labelEn: '', help: '', helpEn: '', required: false, shownWhen: [], requiredWhen: [] };

const columnsOf = (one: AttributeDefinition) => ({
  label: one.label,
  choices: one.choices,
  label_en: one.labelEn.trim(),
  help: one.help.trim(),
  help_en: one.helpEn.trim(),
  // Nobody resolves a customer.
  required: one.required && one.subject === 'conversation',
  shown_when: JSON.stringify(one.shownWhen),
  required_when: JSON.stringify(one.requiredWhen),
});

/** Customers and organizations have no channel, inbox or tags of a conversation. @throws attributeConditionRefused */
function refuseUnsound(one: AttributeDefinition, others: readonly AttributeDefinition[]): void {
  const conditions = [...one.shownWhen, ...one.requiredWhen];
  const askable = one.subject === 'conversation' || conditions.every(({ on }) => on === 'attribute');
  if (!askable || !conditionsAreSound(one.key, conditions, others)) throw attributeConditionRefused();
}

const choicesOf = ({ kind, choices }: Pick<AttributeDefinition, 'kind' | 'choices'>): string[] =>
  kind === 'choice' || kind === 'choices' ? [...new Set(choices.map((one) => one.trim()).filter(Boolean))] : [];

const write = (ctx: Ctx, tx: Tx, id: string, set: Partial<ReturnType<typeof columnsOf>> & { place?: number }) =>
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
