import * as contract from '@madoguchi/contract/chat.ts';
import { limits } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { takeUpload } from '../../conversations/attachments/attachments.commands.ts';
import { ATTACHMENT_TYPES } from '../../conversations/attachments/attachments.rules.ts';
import { markSeen } from '../../conversations/commands/manage.ts';
import { makeReceiver } from '../../conversations/commands/receive.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { claimIdentity } from '../../customers/customers.commands.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Files } from '../../platform/files/files.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import type { Keys } from '../../platform/secrets/keys.ts';
import { wordsFor } from '../../platform/words.ts';
import { judgeInbound } from '../../spam/judge.queries.ts';
import { isSurveyButton } from '../../surveys/answer/take-choice.commands.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import { helpAddress } from '../../workspaces/brands/brands.rules.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { isOpenAt, nextOpening } from '../../workspaces/hours.rules.ts';
import { identitySecretOf } from '../../workspaces/inboxes.queries.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { admitOrigin, letPagesRead } from '../origins.ts';
import { visitorTokenInvalid } from './chat.errors.ts';
import { identityInvalid, readSignedIdentity } from './chat.identity.ts';
import { inboxExternalId, presentChat, presentChatMessage, presentChatMessages } from './chat.present.ts';
import { chatOf, customerForChat } from './chat.queries.ts';
import type { QueueBoards } from './chat.queue.ts';
import { arrive } from './chat.session.ts';
import { answerInChat, commentInChat, echoOf } from './chat.surveys.ts';
import type { VisitorTokens } from './chat.types.ts';
import { reachInbox, visitorCtx } from './chat.visitors.ts';

export type ChatDeps = {
  platform: Platform;
  keys: Keys;
  tokens: VisitorTokens;
  files: Files;
  links: FileLinks;
  boards: QueueBoards;
  messagesPerMinute: number;
  /** The installation's own address, if it is known. */
  publicUrl: string | null;
  /** Published articles for the messenger's home: found by words, or the most helpful without any. */
  articles: (ctx: Ctx, inboxId: string, q: string, locale: string) => Promise<{ title: string; url: string; excerpt: string }[]>;
};

/** The messenger's own API. Every route answers only pages that the inbox allows. */
export function chatRoutes(root: FastifyInstance, deps: ChatDeps): void {
  const { platform, keys, tokens, files, links, boards, messagesPerMinute, publicUrl } = deps;
  const receive = makeReceiver(platform);
  const present = async (workspaceId: string, row: ConversationRow) => presentChat(row, await boards.placeOf(workspaceId, row));
  root.decorateRequest('visitor', null);
  root.decorateRequest('inbox', null);

  root.register(async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      letPagesRead(request, reply);
      if (request.method === 'OPTIONS') return;
      request.inbox = await reachInbox(platform, request, 'chat');
      admitOrigin(request, request.inbox.allowedOrigins);
    });
    app.options('/api/chat/:key/*', { config: { permit: 'public' }, schema: { hide: true } }, async (_request, reply) =>
      reply.code(204).send(),
    );

    const perVisitor = (max: number) => ({
      config: {
        rateLimit: {
          max,
          timeWindow: '1 minute',
          hook: 'preHandler' as const,
          keyGenerator: (request: FastifyRequest) => request.ctx.actor.id ?? request.ip,
        },
      },
    });
    const perAddress = { config: { rateLimit: { max: messagesPerMinute, timeWindow: '1 minute' } } };

    serve(
      app,
      contract.startChat,
      'public',
      async (_ctx, { body, request }) => {
        const inbox = request.inbox!;
        const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
        const now = platform.clock.now();
        const secret = body.identity ? await ctx.transaction((tx) => identitySecretOf(keys, tx, inbox)) : null;
        if (body.identity && !secret) throw identityInvalid();
        const identity = body.identity && secret ? await readSignedIdentity(body.identity, secret, now) : null;
        const known = body.token ? tokens.read(body.token, inbox.id, now) : null;
        if (body.token && !known && !identity) throw visitorTokenInvalid();

        const visitor = await arrive(ctx, {
          inboxId: inbox.id,
          token: known,
          identity,
          locale: body.locale,
          visitorName: wordsFor(body.locale)('visitor.name'),
        });
        const settings = await workspaceSettings(ctx);
        const { hours, timezone } = await hoursOf(ctx, undefined, inbox.id, null);
        const brand = (await brandsOf(ctx)).ofInbox(inbox.id);
        // The settings are fresher than what is known of the brands.
        const { name, color } = brand.isDefault ? settings : brand;
        const help = helpAddress(brand, publicUrl);
        const chat = await visitorCtx(platform, visitor).transaction(async (tx) => ({
          ...(await chatOf(tx, inbox.workspaceId, visitor.threadId, links)),
          customer: await customerForChat(tx, inbox.workspaceId, visitor.customerId),
        }));
        return {
          token: tokens.issue(visitor, now),
          workspace: {
            name,
            color,
            greeting: settings.greeting[body.locale],
            replyMinutes: settings.replyMinutes,
          },
          hours: {
            open: isOpenAt(hours, timezone, now),
            opensAt: nextOpening(hours, timezone, now)?.toISOString() ?? null,
            timezone,
          },
          customer: { ...chat.customer, identified: visitor.identified },
          conversation: chat.conversation && (await present(inbox.workspaceId, chat.conversation)),
          messages: chat.messages,
          limits: {
            messageCharacters: limits.messageCharacters,
            attachmentBytes: limits.attachmentBytes,
            attachmentTypes: [...ATTACHMENT_TYPES],
          },
          helpUrl: body.locale === 'en' ? `${help}/en` : help,
        };
      },
      perAddress,
    );

    serve(
      app,
      contract.sendChatMessage,
      'visitor',
      async (ctx, { body, request }) => {
        const visitor = request.visitor!;
        if (isSurveyButton(body.choice)) {
          const { workspaceId } = ctx.viewer;
          const answered = await answerInChat(platform, visitor, body.choice, body);
          const conversation = answered ?? (await ctx.transaction((tx) => chatOf(tx, workspaceId, visitor.threadId, links))).conversation;
          if (!conversation) throw notFound();
          const message = echoOf(body, visitor, conversation.last_seq, platform.clock.now());
          return { message, conversation: await present(workspaceId, conversation) };
        }
        const line = { threadId: visitor.threadId, inboxId: visitor.inboxId, channel: 'chat', customerId: visitor.customerId };
        const externalId = inboxExternalId(visitor.customerId, body.externalId);
        const judge = () =>
          judgeInbound(makeCtx(platform, systemViewer(visitor.workspaceId), systemActor), {
            customerId: visitor.customerId,
            suspect: null,
          });
        const received = await receive(ctx, line, { ...body, externalId, authorName: visitor.name, firstAnswer: 'bot', judge }, () =>
          commentInChat(platform, visitor, { externalId, text: body.text }),
        );
        if (!received) {
          const { workspaceId } = ctx.viewer;
          const { conversation } = await ctx.transaction((tx) => chatOf(tx, workspaceId, visitor.threadId, links));
          if (!conversation) throw notFound();
          const message = echoOf(body, visitor, conversation.last_seq - 1, platform.clock.now());
          return { message, conversation: await present(workspaceId, conversation) };
        }
        const message =
          body.attachmentIds.length > 0
            ? (await ctx.transaction((tx) => presentChatMessages(tx, [received.message], links, body.locale)))[0]!
            : presentChatMessage(received.message, body.locale);
        return { message, conversation: await present(ctx.viewer.workspaceId, received.conversation) };
      },
      perVisitor(messagesPerMinute),
    );

    serve(app, contract.getChat, 'visitor', async (ctx, { request }) => {
      const { workspaceId } = ctx.viewer;
      const { conversation, messages } = await ctx.transaction((tx) => chatOf(tx, workspaceId, request.visitor!.threadId, links));
      return { conversation: conversation && (await present(workspaceId, conversation)), messages };
    });

    serve(
      app,
      contract.leaveChatEmail,
      'visitor',
      async (ctx, { body, request }) => {
        await ctx.transaction((tx) => claimIdentity(ctx, tx, request.visitor!.customerId, 'email', body.email, 'chat'));
        return undefined;
      },
      perVisitor(10),
    );

    serve(app, contract.markChatSeen, 'visitor', async (ctx, { body, request }) => {
      const { conversation } = await ctx.transaction((tx) => chatOf(tx, ctx.viewer.workspaceId, request.visitor!.threadId, links));
      if (conversation) await markSeen(ctx, conversation.id, 'customer', body.seq);
      return undefined;
    });

    serve(app, contract.uploadChatAttachment, 'visitor', (ctx, { request }) => takeUpload(ctx, request, files, links), perVisitor(20));

    serve(
      app,
      contract.searchChatArticles,
      'public',
      async (_ctx, { query, request }) => {
        const ctx = makeCtx(platform, systemViewer(request.inbox!.workspaceId), systemActor);
        return { articles: await deps.articles(ctx, request.inbox!.id, query.q?.trim() ?? '', query.locale) };
      },
      { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
    );
  });
}
