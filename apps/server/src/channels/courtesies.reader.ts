import { conversationSeen, messageReceived } from '../conversations/conversations.events.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import type { Logger } from '../platform/log/log.ts';
import type { Channel, KnownLine } from './channel.ts';
import type { Channels } from './channels.registry.ts';
import type { Calls } from './port/calls.ts';

export type CourtesyDeps = { channels: Channels; calls: Calls; log: Pick<Logger, 'warn' | 'error'> };
type Courtesy = keyof NonNullable<Channel['courtesies']>;

/** A sign of life that comes late is none. */
const LATE_MS = 20_000;

/** Shows a sign of life on the line of a conversation, where its platform can; a failure is only logged. */
export const courtesyShower =
  (deps: CourtesyDeps) =>
  async (ctx: Ctx, conversationId: string, courtesy: Courtesy): Promise<void> => {
    const line = await lineOf(ctx, conversationId);
    const channel = line && deps.channels.byName(line.channel);
    const offer = channel?.courtesies?.[courtesy];
    if (!line || !offer) return;
    try {
      await offer(await deps.calls(line.inbox), line);
    } catch (error) {
      deps.log.warn({ inbox: line.inbox.id, courtesy, error: String(error) }, 'a courtesy was not shown');
    }
  };

/** Shows the customer, on platforms that can, that the bot is about to answer and that an agent has read what they wrote. */
export function courtesiesReader(deps: CourtesyDeps): Reader {
  const shower = courtesyShower(deps);
  const show = async (ctx: Ctx, conversationId: string | null, courtesy: Courtesy, since: Date) => {
    if (conversationId && ctx.clock.now().getTime() - since.getTime() <= LATE_MS) await shower(ctx, conversationId, courtesy);
  };
  return reader('channels.courtesies', {
    [messageReceived.factName]: async (ctx, { data, conversation_id, at }) => {
      if ((data as { handledBy: string }).handledBy === 'bot') await show(ctx, conversation_id, 'answering', at);
    },
    [conversationSeen.factName]: async (ctx, { data, conversation_id, at }) => {
      if ((data as { by: string }).by === 'agent') await show(ctx, conversation_id, 'seen', at);
    },
  });
}

async function lineOf(ctx: Ctx, conversationId: string): Promise<(KnownLine & { channel: string; inbox: Parameters<Calls>[0] }) | null> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations as c')
      .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.thread_id'))
      .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
      .select(['t.external_id', 't.state', 'i.id', 'i.name', 'i.key', 'i.channel'])
      .where('c.workspace_id', '=', ctx.viewer.workspaceId)
      .where('c.id', '=', conversationId)
      .where('c.turn', '<>', 'spam')
      .where('i.removed_at', 'is', null)
      .where('i.paused_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!row) return null;
  const { external_id, state, ...inbox } = row;
  return {
    externalId: external_id,
    state: state as Record<string, unknown>,
    channel: inbox.channel,
    inbox: { ...inbox, workspaceId: ctx.viewer.workspaceId },
  };
}
