import type { CheckRule, CompanyWord, ReplyCheckSettings } from '@madoguchi/contract/reply-checks.ts';
import type { Ctx } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { wordTaken } from './reply-checks.errors.ts';
import { companyWordAdded, companyWordChanged, companyWordRemoved, replyChecksChanged } from './reply-checks.events.ts';
import { replyCheckSettings, toCompanyWord } from './reply-checks.queries.ts';

type Wish = Pick<CompanyWord, 'word' | 'instead' | 'remark' | 'weight'>;
const columnsOf = ({ word, instead, remark, weight }: Wish) => ({
  word: word.trim(),
  instead: instead.trim(),
  remark: remark.trim(),
  weight,
});

/** Sets which rules are off. The same again changes nothing. */
export async function setRulesOff(ctx: Ctx, off: readonly CheckRule[]): Promise<ReplyCheckSettings> {
  const workspace_id = ctx.viewer.workspaceId;
  const wanted = [...new Set(off)].sort();
  return ctx.transaction(async (tx) => {
    const before = await replyCheckSettings(tx, workspace_id);
    if (before.off.join() === wanted.join()) return before;
    await tx
      .insertInto('reply_check_settings')
      .values({ workspace_id, rules_off: wanted })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ rules_off: wanted }))
      .execute();
    await ctx.append(tx, replyChecksChanged({ off: wanted }));
    return { ...before, off: wanted };
  });
}

/** @throws wordTaken */
export async function addCompanyWord(ctx: Ctx, wish: Wish): Promise<CompanyWord> {
  return orTaken(() =>
    ctx.transaction(async (tx) => {
      const row = await tx
        .insertInto('company_words')
        .values({ workspace_id: ctx.viewer.workspaceId, id: newId('cwd'), ...columnsOf(wish), updated_at: ctx.clock.now() })
        .returningAll()
        .executeTakeFirstOrThrow();
      await ctx.append(tx, companyWordAdded({ wordId: row.id, word: row.word }));
      return toCompanyWord(row);
    }),
  );
}

/** Replaces a word; the same again writes no fact. @throws notFound · wordTaken */
export async function changeCompanyWord(ctx: Ctx, id: string, wish: Wish): Promise<CompanyWord> {
  const workspaceId = ctx.viewer.workspaceId;
  return orTaken(() =>
    ctx.transaction(async (tx) => {
      const row = await tx
        .selectFrom('company_words')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw notFound();
      const columns = columnsOf(wish);
      if ((Object.keys(columns) as (keyof Wish)[]).every((name) => columns[name] === row[name])) return toCompanyWord(row);
      const changed = { ...columns, updated_at: ctx.clock.now() };
      await tx.updateTable('company_words').set(changed).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
      await ctx.append(tx, companyWordChanged({ wordId: id, word: columns.word }));
      return toCompanyWord({ ...row, ...changed });
    }),
  );
}

/** @throws notFound, also for one that is removed already */
export async function removeCompanyWord(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('company_words')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('word')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, companyWordRemoved({ wordId: id, word: removed.word }));
  });
}

async function orTaken<R>(write: () => Promise<R>): Promise<R> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw wordTaken();
    throw error;
  }
}
