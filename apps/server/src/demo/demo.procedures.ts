import { conversationFields, returnsProcedure } from '../../../../fixtures/procedures.ts';
import { createAttribute } from '../customers/attributes/attributes.commands.ts';
import { listFields } from '../fields/fields.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import { createProcedure } from '../procedures/procedures.commands.ts';
import { listProcedures } from '../procedures/procedures.queries.ts';
import { beginWhatFits } from '../procedures/run/begin.commands.ts';

/** Three fields, and what is done about returns; begun where one is under way. What is there stays as it is. */
export async function addProcedures(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const there = await ctx.transaction(async (tx) => ({
    fields: new Set((await listFields(tx, workspaceId)).map(({ key }) => key)),
    procedures: await listProcedures(ctx, tx),
    canned: await tx.selectFrom('canned_responses').select(['id', 'shortcut']).where('workspace_id', '=', workspaceId).execute(),
    open: await tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('status', 'in', ['open', 'waiting'])
      .orderBy('id')
      .execute(),
  }));
  for (const field of conversationFields)
    if (!there.fields.has(field.label)) await createAttribute(ctx, { subject: 'conversation', ...field });
  if (there.procedures.length > 0) return;
  const { name, tags, steps } = returnsProcedure;
  await createProcedure(ctx, {
    name,
    enabled: true,
    conditions: { channels: [], inboxIds: [], queueIds: [], tags, words: [] },
    steps: steps.map((step) => {
      if (step.kind === 'do') return { ...step, articleId: null };
      if (step.kind === 'field') return step;
      const { shortcut, ...common } = step;
      return { ...common, cannedResponseId: there.canned.find((one) => one.shortcut === shortcut)!.id };
    }),
  });
  for (const { id } of there.open) await beginWhatFits(ctx, id);
}
