import { noteDelivery, noteUnsent } from '../../conversations/commands/delivery.ts';
import { markSeen } from '../../conversations/commands/manage.ts';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import type { Logger } from '../../platform/log/log.ts';
import type { TakeAside } from '../aside.types.ts';
import type { Channel } from '../channel.ts';
import { noteTextLost } from '../code-texts/lost.commands.ts';
import { noteWorking } from '../health/health.commands.ts';
import { identifyLine } from '../links/account-links.commands.ts';
import { linkLines } from '../links/link-lines.ts';
import type { Call } from '../port/call.types.ts';
import type { InboundEvent } from '../port/port.types.ts';
import { attend } from './attend.ts';
import { knownLine, lineOf, noteLine, setReachable } from './lines.ts';
import { messageBefore, messageByPart, messageOfCustomer } from './our-messages.queries.ts';
import { takeMessage } from './take-message.ts';
import { takeRemark } from './take-remark.ts';

export type ApplyDeps = {
  platform: Platform;
  files: Files;
  channel: Channel;
  call: Call;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Asked first: what it takes is nothing of a customer's. */
  aside?: TakeAside;
};

/**
 * Takes one event of a platform in. Every kind bears a repetition: messages by their external id, the others because saying the same again
 * changes nothing. @throws whatever keeps it from being taken in; the lane tries again
 */
export async function applyEvent(deps: ApplyDeps, ctx: Ctx, event: InboundEvent): Promise<void> {
  const { inbox } = deps.call;
  if (await deps.aside?.(ctx, deps.call, event)) return;
  switch (event.kind) {
    case 'message':
      return takeMessage(deps, ctx, event);
    case 'remark':
      return takeRemark(deps, ctx, event);
    case 'unsent': {
      const messageId = await ctx.transaction((tx) => messageOfCustomer(tx, inbox, event.externalId));
      if (messageId) await noteUnsent(ctx, messageId);
      return;
    }
    case 'reach': {
      if (event.onlyIfKnown && !(await ctx.transaction((tx) => knownLine(ctx, tx, inbox.id, event.line.externalId)))) return;
      const line = await lineOf(deps, ctx, event.line);
      await ctx.transaction((tx) => setReachable(ctx, tx, line.threadId, event.reachable, event.at));
      return;
    }
    case 'receipt': {
      const message = await ctx.transaction((tx) => messageByPart(tx, inbox, event.externalId));
      if (!message) return;
      if (event.unreachable) await ctx.transaction((tx) => setReachable(ctx, tx, message.threadId, false));
      if (event.state === 'failed')
        await noteDelivery(ctx, message.id, { state: 'failed', code: event.code ?? 'rejected', detail: event.detail ?? '' });
      else await noteDelivery(ctx, message.id, { state: 'delivered', at: event.at ?? ctx.clock.now() });
      if (event.state === 'seen') await markSeen(ctx, message.conversationId, 'customer', message.seq);
      return;
    }
    case 'text_lost':
      return noteTextLost(ctx, event.textId, event.code);
    case 'seen_until': {
      const line = await lineOf(deps, ctx, event.line);
      const message = await ctx.transaction((tx) => messageBefore(tx, inbox.workspaceId, line.threadId, event.at));
      if (message) await markSeen(ctx, message.conversationId, 'customer', message.seq);
      return;
    }
    case 'linked': {
      const line = await lineOf(deps, ctx, event.line);
      const { state } = event.line;
      await ctx.transaction((tx) => noteLine(ctx, tx, line.threadId, { at: event.at ?? ctx.clock.now(), ...(state ? { state } : {}) }));
      const linked = await linkLines(ctx, { threadId: line.threadId, token: event.token });
      // Once they are joined a message of the conversation says so.
      return linked === 'joined' ? undefined : attend(deps, event.line, line, `link_${linked}`);
    }
    case 'identified': {
      const line = await lineOf(deps, ctx, event.line);
      const isKnown = await identifyLine(ctx, { inboxId: inbox.id, threadId: line.threadId, nonce: event.nonce });
      return attend(deps, event.line, line, isKnown ? 'identified' : 'identify_failed');
    }
    case 'wish':
      return attend(deps, event.line, await lineOf(deps, ctx, event.line), event.wish);
    case 'proof':
      return noteWorking(ctx, inbox.id, { last_proof_at: ctx.clock.now(), proof_sent_at: null });
    case 'ignored':
      return;
  }
}
