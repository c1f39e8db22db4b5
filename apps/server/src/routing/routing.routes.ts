import * as contract from '@madoguchi/contract/routing.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { forbidden } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/routes.ts';
import { acceptOffer, declineOffer } from './assign/offers.commands.ts';
import { openOffersTo } from './assign/offers.queries.ts';
import { correctDifficulty } from './difficulty/correct.commands.ts';
import { escalate } from './hand-over/escalate.commands.ts';
import { handOver } from './hand-over/hand-over.commands.ts';
import { createStandIn, removeStandIn } from './hand-over/stand-ins.commands.ts';
import { listStandIns } from './hand-over/stand-ins.queries.ts';
import { conversationRouting } from './place/conversation-routing.queries.ts';
import { moveToQueue } from './place/move.commands.ts';
import type { BotTold } from './place/told.queries.ts';
import { setPresence } from './presence/presence.commands.ts';
import { atHand, listPresences } from './presence/presence.queries.ts';
import { updateRoutingSettings } from './presence/settings.commands.ts';
import { routingSettings } from './presence/settings.queries.ts';
import { createSkill, removeSkill, updateProfile, updateSkill } from './profiles/profiles.commands.ts';
import { listProfiles, listSkills } from './profiles/profiles.queries.ts';
import { createQueue, removeQueue, sortQueues, updateQueue } from './queues/queues.commands.ts';
import { listQueues } from './queues/queues.queries.ts';
import { tryRouting } from './queues/try.queries.ts';

type Deps = {
  /** What the bot has to say of a conversation. */
  botTold: BotTold;
};

/** HTTP only. Offers, presence and hand-over are a person's own: an API key has none. */
export function routingRoutes(app: FastifyInstance, { botTold }: Deps): void {
  serve(app, contract.listQueues, 'conversation.read', async (ctx) => ({ items: await ctx.transaction((tx) => listQueues(ctx, tx)) }));
  serve(app, contract.createQueue, 'routing.manage', (ctx, { body }) => createQueue(ctx, body));
  serve(app, contract.sortQueues, 'routing.manage', async (ctx, { body }) => ({ items: await sortQueues(ctx, body.ids) }));
  serve(app, contract.updateQueue, 'routing.manage', (ctx, { params, body }) => updateQueue(ctx, params.id, body));
  serve(app, contract.removeQueue, 'routing.manage', async (ctx, { params }) => {
    await removeQueue(ctx, params.id);
    return undefined;
  });
  serve(app, contract.tryRouting, 'routing.manage', (ctx, { body }) => ctx.transaction((tx) => tryRouting(ctx, tx, body)));

  serve(app, contract.listSkills, 'agent.read', async (ctx) => ({ items: await ctx.transaction((tx) => listSkills(ctx, tx)) }));
  serve(app, contract.createSkill, 'routing.manage', (ctx, { body }) => createSkill(ctx, body.name));
  serve(app, contract.updateSkill, 'routing.manage', (ctx, { params, body }) => updateSkill(ctx, params.id, body.name));
  serve(app, contract.removeSkill, 'routing.manage', async (ctx, { params }) => {
    await removeSkill(ctx, params.id);
    return undefined;
  });
  serve(app, contract.listProfiles, 'agent.read', async (ctx) => ({ items: await ctx.transaction((tx) => listProfiles(ctx, tx)) }));
  serve(app, contract.updateProfile, 'routing.manage', (ctx, { params, body }) => updateProfile(ctx, params.id, body));
  serve(app, contract.getRoutingSettings, 'agent.read', (ctx) => ctx.transaction((tx) => routingSettings(ctx, tx)));
  serve(app, contract.updateRoutingSettings, 'routing.manage', (ctx, { body }) => updateRoutingSettings(ctx, body));

  presenceRoutes(app);
  conversationParts(app, botTold);

  serve(app, contract.handOver, 'signed_in', async (ctx, { body }) => {
    mine(ctx);
    return { count: await handOver(ctx, body, botTold) };
  });
  serve(app, contract.listStandIns, 'agent.read', async (ctx) => ({ items: await ctx.transaction((tx) => listStandIns(ctx, tx)) }));
  serve(app, contract.createStandIn, 'routing.manage', (ctx, { body }) => createStandIn(ctx, body));
  serve(app, contract.removeStandIn, 'routing.manage', async (ctx, { params }) => {
    await removeStandIn(ctx, params.id);
    return undefined;
  });
}

/** The agent who asks; a program has no presence and is offered nothing. @throws forbidden */
function mine({ actor }: Ctx): string {
  if (actor.kind !== 'agent' || actor.id === null) throw forbidden();
  return actor.id;
}

function presenceRoutes(app: FastifyInstance): void {
  serve(app, contract.listPresences, 'agent.read', (ctx) =>
    ctx.transaction(async (tx) => ({ items: await listPresences(ctx, tx), reasons: (await routingSettings(ctx, tx)).reasons })),
  );
  serve(app, contract.setMyPresence, 'signed_in', async (ctx, { body }) => {
    const presence = await setPresence(ctx, mine(ctx), body);
    return { ...presence, atHand: await ctx.transaction((tx) => atHand(ctx, tx, mine(ctx))) };
  });
  serve(app, contract.setPresenceOf, 'routing.manage', (ctx, { params, body }) => setPresence(ctx, params.id, body));
  serve(app, contract.listMyOffers, 'signed_in', async (ctx) => {
    const me = mine(ctx);
    return ctx.transaction(async (tx) => ({ items: await openOffersTo(ctx, tx, me), now: ctx.clock.now().toISOString() }));
  });
  serve(app, contract.acceptOffer, 'signed_in', async (ctx, { params }) => {
    mine(ctx);
    return acceptOffer(ctx, params.id);
  });
  serve(app, contract.declineOffer, 'signed_in', async (ctx, { params, body }) => {
    mine(ctx);
    await declineOffer(ctx, params.id, body.reason);
    return undefined;
  });
}

function conversationParts(app: FastifyInstance, botTold: BotTold): void {
  const asItIs = (ctx: Ctx, id: string) => ctx.transaction((tx) => conversationRouting(ctx, tx, id, botTold));
  serve(app, contract.getConversationRouting, 'conversation.read', (ctx, { params }) => asItIs(ctx, params.id));
  serve(app, contract.correctDifficulty, 'conversation.tag', async (ctx, { params, body }) => {
    await correctDifficulty(ctx, params.id, body.difficulty, botTold);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.moveToQueue, 'conversation.assign', async (ctx, { params, body }) => {
    await moveToQueue(ctx, params.id, body.queueId, botTold);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.escalateConversation, 'conversation.assign', async (ctx, { params, body }) => {
    await escalate(ctx, params.id, body.reason, botTold);
    return asItIs(ctx, params.id);
  });
}
