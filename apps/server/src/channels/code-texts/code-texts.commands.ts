import type { CodeText, CodeTexts } from '../../customers/codes/codes.types.ts';
import { codeUndelivered } from '../../customers/customers.events.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { seal, unseal } from '../../platform/secrets/seal.ts';
import type { Channels } from '../channels.registry.ts';
import { noteFailing } from '../health/health.commands.ts';
import type { Calls } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { inboxForTexts, textsSince, wantsNothing } from './code-texts.queries.ts';
import type { CodeTextsTable } from './code-texts.tables.ts';

/** The job that sends one text with a code; its payload: textId. */
export const CODE_TEXT_TASK = 'channels.code-text';

/** A customer stares at the chat meanwhile: after so long they are offered another way. */
const PATIENCE_MS = 60_000;
/** Texts cost money, and strangers ask for them: above so many an hour only e-mail is offered. */
const MOST_AN_HOUR = 300;
const HOUR_MS = 3_600_000;

type Deps = { channels: Channels; calls: Calls; sealingKey: Buffer };

export type CodeTextsSender = CodeTexts & {
  /** What the job does. @throws ChannelError when it should be tried again */
  deliver: (ctx: Ctx, textId: string) => Promise<void>;
};

/** Texts with codes, sent by an inbox of the workspace. `sealingKey`: what they say is kept under it until they are sent. */
export const openCodeTexts = (deps: Deps): CodeTextsSender => ({
  available: async (ctx, tx) => {
    if (!(await inboxForTexts(ctx, tx, deps.channels))) return false;
    return (await textsSince(ctx, tx, new Date(ctx.clock.now().getTime() - HOUR_MS))) < MOST_AN_HOUR;
  },
  queue: (ctx, tx, text) => queue(ctx, tx, deps, text),
  deliver: (ctx, textId) => deliver(ctx, deps, textId),
});

async function queue(ctx: Ctx, tx: Tx, { sealingKey }: Deps, text: CodeText): Promise<void> {
  const now = ctx.clock.now();
  await tx
    .insertInto('code_texts')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: text.codeId,
      sealed: seal(sealingKey, JSON.stringify(text)),
      status: 'waiting',
      send_before: new Date(now.getTime() + PATIENCE_MS),
      failure: null,
      created_at: now,
      done_at: null,
    })
    .execute();
  await enqueue(tx, ctx, CODE_TEXT_TASK, { textId: text.codeId }, { runAt: now, key: `code-text:${text.codeId}` });
}

/** A platform that took it and a database that did not hear of it: the same code is sent again, which does no harm. */
async function deliver(ctx: Ctx, { channels, calls, sealingKey }: Deps, textId: string): Promise<void> {
  const found = await ctx.transaction(async (tx) => {
    const row = await textRow(ctx, tx, textId);
    if (!row?.sealed) return null;
    const text = JSON.parse(unseal(sealingKey, row.sealed)) as CodeText;
    const inbox = await inboxForTexts(ctx, tx, channels, text.subjects.inboxId);
    return { row, text, inbox, unwanted: inbox !== null && (await wantsNothing(ctx, tx, inbox.id, text.to)) };
  });
  if (!found) return;
  const { row, text, inbox, unwanted } = found;
  if (row.send_before <= ctx.clock.now()) return giveUp(ctx, text, 'too_late', row.failure ?? 'late');
  if (!inbox) return giveUp(ctx, text, 'refused', 'not_configured');
  if (unwanted) return giveUp(ctx, text, 'refused', 'blocked');
  try {
    await channels.byName(inbox.channel)?.sendText?.(await calls(inbox), text.to, text.text, textId);
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    if (error.aboutInbox) await noteFailing(ctx, inbox.id, error.code, error.detail);
    if (!error.temporary) return giveUp(ctx, text, 'refused', error.code);
    await ctx.transaction((tx) => note(ctx, tx, textId, { failure: error.code }));
    throw error;
  }
  await ctx.transaction((tx) => note(ctx, tx, textId, settled(ctx, 'sent', null)));
}

const textRow = (ctx: Ctx, tx: Tx, id: string) =>
  tx
    .selectFrom('code_texts')
    .select(['sealed', 'send_before', 'failure'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();

/** It will not come: whoever leads the customer hears of it through the log, and offers another way. */
const giveUp = (ctx: Ctx, { codeId, customerId, subjects }: CodeText, status: 'refused' | 'too_late', failure: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    await note(ctx, tx, codeId, settled(ctx, status, failure));
    await ctx.append(tx, codeUndelivered({ customerId, codeId, because: failure }), subjects);
  });

type Change = Partial<Pick<CodeTextsTable, 'status' | 'failure' | 'sealed' | 'done_at'>>;
const settled = (ctx: Ctx, status: 'sent' | 'refused' | 'too_late', failure: string | null): Change => ({
  status,
  failure,
  sealed: null,
  done_at: ctx.clock.now(),
});

/** Word that it was lost may come before the platform's answer is written down, and stands. */
const note = (ctx: Ctx, tx: Tx, id: string, change: Change) =>
  tx
    .updateTable('code_texts')
    .set(change)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute();
