import type { Difficulty } from '@madoguchi/contract/routing.ts';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { placeIn } from '../place/place.commands.ts';
import { type BotTold, toldOf, weightsOf } from '../place/told.queries.ts';
import { difficultyCorrected } from '../routing.events.ts';
import { type Features, featuresOf, judge, taught } from './difficulty.rules.ts';

/**
 * An agent says how hard a conversation really is: it goes where such ones go, and the workspace's judgement learns, once for each
 * conversation. Saying what is judged already is a correction too: it confirms. The same again teaches nothing.
 * @throws notFound
 */
export async function correctDifficulty(ctx: Ctx, conversationId: string, really: Difficulty, botTold: BotTold): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await lockConversation(ctx, tx, conversationId);
    const { workspaceId } = ctx.viewer;
    const known = await tx
      .selectFrom('routings')
      .select(['difficulty', 'features', 'corrected_by'])
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .executeTakeFirst();
    const features = (known?.features as Features | undefined) ?? featuresOf(await toldOf(ctx, tx, row, botTold));
    const judged = (known?.difficulty as Difficulty | undefined) ?? judge(features, await weightsOf(ctx, tx)).difficulty;
    if (known?.corrected_by && judged === really) return;
    if (!known) return;
    await tx
      .updateTable('routings')
      .set({ difficulty: really, corrected_by: ctx.actor.name, updated_at: ctx.clock.now() })
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .execute();
    await teach(ctx, tx, conversationId, { judged, really, features });
    if (judged !== really) await ctx.append(tx, difficultyCorrected({ from: judged, to: really }), subjectsOf(row));
    await placeIn(ctx, tx, row, botTold, 'replaced');
  });
}

type Lesson = { judged: Difficulty; really: Difficulty; features: Features };

async function teach(ctx: Ctx, tx: Tx, conversationId: string, { judged, really, features }: Lesson): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const at = ctx.clock.now();
  const lesson = { judged, corrected: really, features: JSON.stringify(features), agent_id: ctx.actor.id ?? '', at };
  await tx
    .insertInto('difficulty_corrections')
    .values({ workspace_id: workspaceId, conversation_id: conversationId, ...lesson })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'conversation_id']).doUpdateSet(lesson))
    .execute();
  const learned = { weights: JSON.stringify(taught(await weightsOf(ctx, tx), features, really)), updated_at: at };
  await tx
    .insertInto('difficulty_weights')
    .values({ workspace_id: workspaceId, corrections: 1, ...learned })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet((eb) => ({ ...learned, corrections: eb('difficulty_weights.corrections', '+', 1) })),
    )
    .execute();
}
