import { createRole } from '../agents/roles/roles.commands.ts';
import { listRoles } from '../agents/roles/roles.queries.ts';
import type { Ctx } from '../platform/ctx.ts';

const PART_TIME = 'パート（自分のチームのみ）';

/** A role of the shop's own, which nobody has yet: to look at, and to give somebody. */
export async function addRole(ctx: Ctx): Promise<void> {
  const { items } = await ctx.transaction((tx) => listRoles(ctx, tx));
  if (items.some(({ name }) => name === PART_TIME)) return;
  await createRole(ctx, {
    name: PART_TIME,
    base: 'agent',
    permissions: [
      'conversation.read',
      'conversation.reply',
      'conversation.note',
      'conversation.assign',
      'conversation.status',
      'conversation.tag',
      'customer.read',
      'knowledge.read',
      'canned.read',
      'agent.read',
      'workspace.read',
    ],
    sees: 'own_team',
    unassigned: false,
  });
}
