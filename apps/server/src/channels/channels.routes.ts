import * as contract from '@madoguchi/contract/channels.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { serve } from '../platform/http/routes.ts';
import { insertInbox, removeInbox } from '../workspaces/inboxes.commands.ts';
import { readInbox } from '../workspaces/inboxes.queries.ts';
import { askBackfill, cancelBackfill, retryBackfill } from './backfill/backfill.commands.ts';
import { listBackfills } from './backfill/backfill.queries.ts';
import type { Channel } from './channel.ts';
import { backfillUnknown, channelUnknown, foldersUnavailable, foldersUnknown } from './channels.errors.ts';
import { checkInbox } from './health/checks.lane.ts';
import { listHealth } from './health/health.queries.ts';
import type { InboundDeps } from './inbound/inbound.lane.ts';
import { comparePayload, listPayloads, parseAgain } from './inbound/parse-again.ts';
import { listLines } from './links/lines.queries.ts';
import { retryDelivery } from './outbound/deliveries.commands.ts';
import { hookUrlOf } from './port/calls.ts';
import { ChannelError } from './port/channel-error.ts';
import { saveSettings } from './settings/settings.commands.ts';
import { shownSettings } from './settings/settings.queries.ts';

type Deps = InboundDeps & { sealingKey: Buffer; publicUrl: string | null };

export function channelsRoutes(app: FastifyInstance, deps: Deps): void {
  const { channels, sealingKey, publicUrl } = deps;
  const channelOf = (name: string): Channel => {
    const channel = channels.byName(name);
    if (!channel) throw channelUnknown();
    return channel;
  };
  const settingsOf = (ctx: Ctx, inboxId: string, host: string) =>
    ctx.transaction(async (tx) => {
      const inbox = await readInbox(ctx, tx, inboxId);
      const hookUrl = channelOf(inbox.channel).verify ? hookUrlOf(publicUrl ?? host, inbox.key) : null;
      return { ...(await shownSettings(ctx, tx, sealingKey, inboxId)), hookUrl };
    });

  serve(app, contract.listChannels, 'workspace.read', async () => ({
    items: channels.all.map((channel) => presentChannel(channel, publicUrl !== null)),
  }));
  serve(app, contract.createInbox, 'inbox.manage', (ctx, { body: { settings, ...wish } }) => {
    const channel = channelOf(wish.channel);
    return ctx.transaction(async (tx) => {
      const inboxId = await insertInbox(ctx, tx, wish);
      if (channel.fields.length > 0) await saveSettings(ctx, tx, { sealingKey, channel, inboxId, given: settings ?? {} });
      return readInbox(ctx, tx, inboxId);
    });
  });
  serve(app, contract.removeInbox, 'inbox.manage', async (ctx, { params }) => {
    await removeInbox(ctx, params.id);
    return undefined;
  });
  serve(app, contract.getInboxSettings, 'inbox.manage', (ctx, { params, request }) =>
    settingsOf(ctx, params.id, `${request.protocol}://${request.host}`),
  );
  serve(app, contract.updateInboxSettings, 'inbox.manage', async (ctx, { params, body, request }) => {
    await ctx.transaction(async (tx) => {
      const channel = channelOf((await readInbox(ctx, tx, params.id)).channel);
      await saveSettings(ctx, tx, { sealingKey, channel, inboxId: params.id, given: body.values });
    });
    return settingsOf(ctx, params.id, `${request.protocol}://${request.host}`);
  });
  serve(app, contract.checkInbox, 'inbox.manage', async (ctx, { params }) => {
    const inbox = await ctx.transaction((tx) => readInbox(ctx, tx, params.id));
    return checkInbox(deps, { ...inbox, workspaceId: ctx.viewer.workspaceId });
  });
  serve(app, contract.startBackfill, 'inbox.manage', async (ctx, { params, body }) => {
    const inbox = await ctx.transaction((tx) => readInbox(ctx, tx, params.id));
    if (!channelOf(inbox.channel).capabilities.backfill) throw backfillUnknown();
    return askBackfill(ctx, params.id, { since: new Date(body.since), until: new Date(body.until) });
  });
  serve(app, contract.listBackfills, 'inbox.manage', async (ctx, { params }) => {
    await ctx.transaction((tx) => readInbox(ctx, tx, params.id));
    return { items: await listBackfills(ctx, params.id) };
  });
  serve(app, contract.retryBackfill, 'inbox.manage', (ctx, { params }) => retryBackfill(ctx, params.id));
  serve(app, contract.cancelBackfill, 'inbox.manage', (ctx, { params }) => cancelBackfill(ctx, params.id));
  serve(app, contract.listFolders, 'inbox.manage', async (ctx, { params }) => {
    const inbox = await ctx.transaction((tx) => readInbox(ctx, tx, params.id));
    const { folders } = channelOf(inbox.channel);
    if (!folders) throw foldersUnknown();
    try {
      return { items: [...(await folders(await deps.calls({ ...inbox, workspaceId: ctx.viewer.workspaceId })))] };
    } catch (error) {
      if (error instanceof ChannelError) throw foldersUnavailable({ failure: error.code, detail: error.detail });
      throw error;
    }
  });
  serve(app, contract.listHealth, 'workspace.read', async (ctx) => ({ items: await ctx.transaction((tx) => listHealth(ctx, tx)) }));
  serve(app, contract.listPayloads, 'inbox.manage', async (ctx, { params, query }) => ({
    items: await listPayloads(ctx, params.id, query),
  }));
  serve(app, contract.comparePayload, 'inbox.manage', (ctx, { params }) => comparePayload(deps, ctx, params.id));
  serve(app, contract.parseAgain, 'inbox.manage', (ctx, { params }) => parseAgain(deps, ctx, params.id));
  serve(app, contract.retryMessage, 'conversation.reply', async (ctx, { params }) => {
    await retryDelivery(ctx, params.id);
    return undefined;
  });
  serve(app, contract.listLines, 'conversation.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => listLines(ctx, tx, channels, params.id)),
  }));
}

/** `reached`: whether customers can reach us by links, so that what is too large can go as one. */
const presentChannel = ({ name, fields, verify, check, continueUrl, capabilities }: Channel, reached: boolean): contract.ChannelKind => {
  const { images, files, buttons, readMarks, typing, textCharacters, countsSegments, replyWindowHours, backfill, filesByLink } =
    capabilities;
  return {
    name,
    fields: [...fields],
    hasHook: verify !== undefined,
    canCheck: check !== undefined,
    canContinue: continueUrl !== undefined,
    capabilities: {
      images,
      files,
      buttons,
      readMarks,
      typing,
      textCharacters,
      countsSegments,
      replyWindowHours,
      backfill,
      ...(reached ? { filesByLink } : {}),
    },
  };
};
