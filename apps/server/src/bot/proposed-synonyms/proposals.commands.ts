import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import { addSynonyms, changeSynonyms } from '../../knowledge/own-synonyms/synonyms.commands.ts';
import { listSynonyms } from '../../knowledge/own-synonyms/synonyms.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { foldText } from '../../platform/text/fold.ts';
import { synonymsIgnored } from './proposals.events.ts';

/** Two words that mean the same. */
type Pair = { asked: string; written: string };

/** The pair joins the group that has one of its words, or is a new one. The same again changes nothing. @throws synonymWordTaken · synonymTooMany */
export async function acceptProposal(ctx: Ctx, { asked, written }: Pair): Promise<SynonymGroup> {
  const groups = await ctx.transaction((tx) => listSynonyms(tx, ctx.viewer.workspaceId));
  const groupWith = (word: string) => groups.find(({ words }) => words.map(foldText).includes(foldText(word)));
  const group = groupWith(written) ?? groupWith(asked);
  return group ? changeSynonyms(ctx, group.id, [...group.words, written, asked]) : addSynonyms(ctx, [written, asked]);
}

/** The pair is not proposed any more. Bears a repetition. */
export async function ignoreProposal(ctx: Ctx, pair: Pair): Promise<void> {
  const asked = foldText(pair.asked);
  const written = foldText(pair.written);
  await ctx.transaction(async (tx) => {
    const row = await tx
      .insertInto('ignored_synonyms')
      .values({ workspace_id: ctx.viewer.workspaceId, asked, written, ignored_at: ctx.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('asked')
      .executeTakeFirst();
    if (row) await ctx.append(tx, synonymsIgnored({ asked, written }));
  });
}
