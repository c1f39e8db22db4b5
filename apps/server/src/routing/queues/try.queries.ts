import type * as contract from '@madoguchi/contract/routing.ts';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { better, notNow, unfitFor, whyThem } from '../assign/eligible.rules.ts';
import { classOf } from '../assign/load.rules.ts';
import { candidates } from '../assign/scene.queries.ts';
import { queueFor } from './match.rules.ts';
import { queueRules } from './queues.queries.ts';

type Example = z.output<typeof contract.tryRouting.body>;
type Tried = z.output<typeof contract.tryRouting.response>;

/** Which queue an example would come into, and of everybody whether they would get it now and why. Nothing is changed. @throws notFound for an inbox that is not there */
export async function tryRouting(ctx: Ctx, tx: Tx, example: Example): Promise<Tried> {
  const inbox = await tx
    .selectFrom('inboxes')
    .select('channel')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', example.inboxId)
    .executeTakeFirst();
  if (!inbox) throw notFound();
  const attributes = Object.fromEntries(example.attributes.map(({ name, value }) => [name, value]));
  const placing = { ...example, channel: inbox.channel, attributes };
  const { queue, because } = queueFor(await queueRules(ctx, tx), placing);
  const names = new Map(
    (await tx.selectFrom('agents').select(['id', 'name']).where('workspace_id', '=', ctx.viewer.workspaceId).execute()).map((one) => [
      one.id,
      one.name,
    ]),
  );
  const kind = classOf(inbox.channel);
  const wanted = { inboxId: example.inboxId, kind, language: example.language, tier: 1, teamId: null };
  const agents = await candidates(ctx, tx);
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const against = (agentId: string) => {
    const agent = byId.get(agentId)!;
    return [...unfitFor(wanted, queue, agent), ...notNow(agent, kind, agent.load)];
  };
  const sorted = [...agents].sort(
    (a, b) => against(a.id).length - against(b.id).length || better(queue, kind, (id) => byId.get(id)!.load)(a, b),
  );
  return {
    queueId: queue.id,
    queueName: queue.name,
    mode: queue.mode,
    because,
    candidates: sorted.map((agent) => {
      const reasons = against(agent.id);
      const eligible = reasons.length === 0;
      return {
        agentId: agent.id,
        name: names.get(agent.id) ?? '',
        eligible,
        reasons: eligible ? whyThem(queue, kind, agent, agent.load, false) : reasons,
      };
    }),
  };
}
