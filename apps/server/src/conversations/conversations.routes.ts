import * as contract from '@madoguchi/contract/conversations.ts';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { serve } from '../platform/http/routes.ts';
import { keepInHand } from './commands/lock.ts';
import { assign, markSeen, setStatus, setSubject, setTags } from './commands/manage.ts';
import { moveMessage } from './commands/move.ts';
import { setPriority } from './commands/priority.ts';
import { sendNow, withdraw } from './commands/release.ts';
import { addNote, replyAsAgent } from './commands/reply.ts';
import type { MessageRow } from './conversations.types.ts';
import { countConversations, listConversations } from './queries/list.ts';
import { presentMessages } from './queries/present.ts';
import { conversationById, tagsInUse, timelineBefore } from './queries/read.ts';
import { snooze, unsnooze } from './snooze/snooze.commands.ts';

type Deps = {
  /** The conversations in which words are found; null while that cannot be said: the search knows. */
  findByWords: (ctx: Ctx, q: string) => Promise<readonly string[] | null>;
  links: FileLinks;
  undoSeconds: (ctx: Ctx) => Promise<number>;
  /** Whether messages of a channel can leave their conversation: the channels know. */
  canMove: (channel: string) => boolean;
  /** The line a reply is to go out on, made when it is the first one there: the channels know. */
  openLine: (ctx: Ctx, conversationId: string, via: Via) => Promise<string>;
};
type Via = NonNullable<z.output<typeof contract.replyToConversation.body>['via']>;

/** HTTP only: the detail with the bot's reasons is served by the room bot, which knows them. */
export function conversationsRoutes(app: FastifyInstance, { findByWords, links, undoSeconds, openLine, canMove }: Deps): void {
  const present = async (ctx: Ctx, row: MessageRow) => (await ctx.transaction((tx) => presentMessages(tx, [row], links)))[0]!;
  /** After a change by somebody who could see it, and perhaps sees it no more. */
  const asItIs = (ctx: Ctx, id: string) =>
    ctx.transaction(async (tx) => {
      await keepInHand(ctx, tx, id);
      return conversationById(tx, ctx.viewer.workspaceId, id);
    });

  serve(app, contract.listConversations, 'conversation.read', async (ctx, { query }) => {
    const found = query.q?.trim() ? await findByWords(ctx, query.q) : null;
    return ctx.transaction((tx) => listConversations(tx, ctx.viewer.workspaceId, ctx.actor.id, { ...query, found, now: ctx.clock.now() }));
  });
  serve(app, contract.countConversations, 'conversation.read', (ctx) =>
    ctx.transaction((tx) => countConversations(tx, ctx.viewer.workspaceId, ctx.actor.id, ctx.clock.now())),
  );
  serve(app, contract.earlierMessages, 'conversation.read', (ctx, { params, query }) =>
    ctx.transaction(async (tx) => {
      const { customerSeenSeq } = await conversationById(tx, ctx.viewer.workspaceId, params.id);
      return timelineBefore(tx, ctx.viewer.workspaceId, params.id, query.before, query.limit, links, customerSeenSeq);
    }),
  );
  serve(app, contract.listTags, 'conversation.read', async (ctx) => ({
    items: await ctx.transaction((tx) => tagsInUse(tx, ctx.viewer.workspaceId)),
  }));

  serve(app, contract.replyToConversation, 'conversation.reply', async (ctx, { params, body: { via, sendAt, ...body } }) => {
    const reply = {
      ...body,
      ...(sendAt ? { sendAt: new Date(sendAt) } : {}),
      ...(via ? { threadId: await openLine(ctx, params.id, via) } : {}),
    };
    const row = await replyAsAgent(ctx, params.id, reply, await undoSeconds(ctx), (tx, rows) => presentMessages(tx, rows, links));
    return present(ctx, row);
  });
  serve(app, contract.addNote, 'conversation.note', async (ctx, { params, body }) => present(ctx, await addNote(ctx, params.id, body)));
  serve(app, contract.withdrawMessage, 'conversation.reply', async (ctx, { params }) => present(ctx, await withdraw(ctx, params.id)));
  serve(app, contract.sendMessageNow, 'conversation.reply', async (ctx, { params }) => present(ctx, await sendNow(ctx, params.id)));

  serve(app, contract.moveMessage, 'conversation.status', async (ctx, { params, body }) =>
    asItIs(ctx, await moveMessage(ctx, params.id, body.conversationId, canMove)),
  );
  serve(app, contract.assignConversation, 'conversation.assign', async (ctx, { params, body }) => {
    await assign(ctx, params.id, body);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.setConversationStatus, 'conversation.status', async (ctx, { params, body }) => {
    await setStatus(ctx, params.id, body.status);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.setConversationPriority, 'conversation.tag', async (ctx, { params, body }) => {
    await setPriority(ctx, params.id, body.priority);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.snoozeConversation, 'conversation.status', async (ctx, { params, body }) => {
    await snooze(ctx, params.id, body.until ? new Date(body.until) : null);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.wakeConversation, 'conversation.status', async (ctx, { params }) => {
    await unsnooze(ctx, params.id);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.setConversationTags, 'conversation.tag', async (ctx, { params, body }) => {
    await setTags(ctx, params.id, body.tags);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.setConversationSubject, 'conversation.tag', async (ctx, { params, body }) => {
    await setSubject(ctx, params.id, body.subject);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.markConversationSeen, 'conversation.read', async (ctx, { params, body }) => {
    await markSeen(ctx, params.id, 'agent', body.seq);
    return undefined;
  });
}
