import { fillBlanks, type Situation, type TextVariable, textFor } from '@madoguchi/contract/canned-text.ts';
import { ordersBoughtBy } from '../../commerce/orders/orders.queries.ts';
import { addressesOf } from '../../commerce/whose/whose.queries.ts';
import { customerById } from '../../customers/customers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { isOpenAt } from '../../workspaces/hours.rules.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { addressed } from './addressed.rules.ts';

/** What a text can say of a conversation, and what its conditions ask of it. Unknown values are empty. */
export type Known = {
  situation: Situation;
  values: Record<TextVariable, string>;
};

/**
 * What texts with variables and conditions need to know of a conversation, as it is now. `agent.name` is whoever acts, where that is a person,
 * else whoever last wrote as an agent.
 */
export async function knownOf(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<Known> {
  const { workspaceId } = ctx.viewer;
  const customer = await customerById(tx, workspaceId, conversation.customer_id);
  const workspace = await workspaceSettings(ctx, tx);
  const attributes = customer?.attributes ?? {};
  const { hours, timezone } = await hoursOf(ctx, tx, conversation.inbox_id, attributes.contract || null);
  const name = customer?.name ?? '';
  // Only what was bought with an address they proved: an order is a private fact.
  const { proven } = await addressesOf(tx, workspaceId, conversation.customer_id);
  const [order] = await ordersBoughtBy(tx, workspaceId, { proven, claimed: { emails: [], phones: [], externals: [], domains: [] } });
  return {
    situation: {
      channel: conversation.channel,
      language: conversation.locale,
      hours: isOpenAt(hours, timezone, ctx.clock.now()) ? 'open' : 'closed',
      attributes,
    },
    values: {
      'customer.name': name,
      'customer.greeting': addressed(name, conversation.locale),
      'customer.reading': customer?.reading ?? '',
      'agent.name': ctx.actor.kind === 'agent' ? ctx.actor.name : (conversation.agent_name ?? ''),
      'conversation.number': String(conversation.number),
      'conversation.subject': conversation.subject,
      'workspace.name': workspace.name,
      'order.number': order?.number ?? '',
    },
  };
}

/**
 * A text for one conversation that nobody looks over before it goes out: what is unknown stands for nothing. "{{customer.name}} 様" of somebody
 * without a name is お客様.
 */
export function filledUnseen(text: string, { situation, values }: Known, answers: Readonly<Record<string, string>> = {}): string {
  const named = textFor(text, situation).replace(/\{\{\s*customer\.name\s*\}\}[ \u3000]?様/g, '{{customer.greeting}}');
  return fillBlanks(named, values, answers, () => '').trim();
}
