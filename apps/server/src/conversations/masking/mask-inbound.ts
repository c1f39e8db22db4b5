import type { Ctx } from '../../platform/ctx.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { InboundMessage } from '../conversations.types.ts';
import { maskNumbers } from './numbers.rules.ts';

/**
 * A message without card numbers and individual numbers, as it is kept, if the workspace has it so. Words, subject and what a mail has
 * besides its words; files are not looked into. The settings are asked for only when there is something to hide.
 */
export async function withoutNumbers(ctx: Ctx, inbound: InboundMessage): Promise<InboundMessage> {
  const text = maskNumbers(inbound.text);
  const subject = maskNumbers(inbound.subject ?? '');
  const blocks = (inbound.blocks ?? []).map(maskBlock);
  const found = text.count + subject.count + blocks.reduce((sum, { count }) => sum + count, 0);
  if (found === 0 || !(await workspaceSettings(ctx)).maskNumbers) return inbound;
  return {
    ...inbound,
    text: text.text,
    ...(inbound.subject === undefined ? {} : { subject: subject.text }),
    ...(inbound.blocks ? { blocks: blocks.map(({ block }) => block) } : {}),
  };
}

type Block = NonNullable<InboundMessage['blocks']>[number];

function maskBlock(block: Block): { block: Block; count: number } {
  if (block.type !== 'mail') return { block, count: 0 };
  const quoted = maskNumbers(block.quoted);
  const html = maskNumbers(block.html ?? '');
  return { block: { ...block, quoted: quoted.text, html: block.html === null ? null : html.text }, count: quoted.count + html.count };
}
