import { randomUUID } from 'node:crypto';
import type { QueueBody } from '@madoguchi/contract/routing.ts';
import { stage } from '../../test/stage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import type { Ctx } from '../platform/ctx.ts';
import { acceptOffer, declineOffer } from './assign/offers.commands.ts';
import { openOffersTo } from './assign/offers.queries.ts';
import { runPass } from './assign/pass.commands.ts';
import { placeConversation } from './place/place.commands.ts';
import { noBot } from './place/told.queries.ts';
import { noteSeen } from './presence/presence.commands.ts';
import { anything } from './queues/match.rules.ts';
import { updateQueue } from './queues/queues.commands.ts';
import { queueRules } from './queues/queues.queries.ts';

export const queueBody = (more: Partial<QueueBody> = {}): QueueBody => ({
  name: '全般',
  mode: 'offer',
  conditions: anything(),
  teamIds: [],
  agentIds: [],
  skills: {},
  tier: 1,
  honorsLanguage: false,
  priorityBoost: 0,
  offerSeconds: 30,
  overflow: null,
  ...more,
});

/** The shop with its default queue switched on, Suzuki and Takahashi at their desks, and customers who ask for people. */
export async function routingHouse() {
  const house = await stage();
  const { system, suzuki, takahashi, visitor, clock } = house;
  const [fallback] = await system.transaction((tx) => queueRules(system, tx));
  const defaultQueue = fallback!.id;
  await updateQueue(system, defaultQueue, queueBody());
  const here = (...agents: Ctx[]) =>
    noteSeen(
      system,
      agents.map(({ actor }) => actor.id!),
    );
  await here(suzuki, takahashi);

  /** Somebody who wants people from their first word on; placed as the reader would. */
  async function asks(text = '担当者をお願いします', more: { ctx?: Ctx; line?: Awaited<ReturnType<typeof visitor>>['line'] } = {}) {
    clock.advance(1000);
    const { ctx, line } = more.ctx && more.line ? { ctx: more.ctx, line: more.line } : await visitor();
    const { conversation } = await receiveMessage(ctx, line, {
      externalId: randomUUID(),
      text,
      attachmentIds: [],
      locale: 'ja',
      authorName: 'お客様',
      firstAnswer: 'human',
    });
    await place(conversation.id);
    return { id: conversation.id, ctx, line };
  }
  const place = (id: string) => placeConversation(system, id, noBot);
  const offersTo = (agent: Ctx) => agent.transaction((tx) => openOffersTo(agent, tx, agent.actor.id!));
  const asked = async (agent: Ctx) => (await offersTo(agent)).map(({ conversation }) => conversation.id);
  const answer = async (agent: Ctx, conversationId: string, how: 'accept' | 'decline') => {
    const offer = (await offersTo(agent)).find(({ conversation }) => conversation.id === conversationId)!;
    if (how === 'accept') await acceptOffer(agent, offer.id);
    else await declineOffer(agent, offer.id, '専門外です');
    await place(conversationId);
  };
  const assignee = async (id: string) =>
    (
      await system.transaction((tx) =>
        tx.selectFrom('conversations').select('assignee_agent_id').where('id', '=', id).executeTakeFirstOrThrow(),
      )
    ).assignee_agent_id;
  return { ...house, defaultQueue, here, asks, place, offersTo, asked, answer, assignee, pass: () => runPass(system) };
}
