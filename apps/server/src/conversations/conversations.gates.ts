import type { Missing } from '@madoguchi/contract/fields.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { conversationIncomplete } from './conversations.errors.ts';
import type { ConversationRow, Gates } from './conversations.types.ts';

const open: Gates = { missing: [], approval: async () => null };
let gates = open;

/**
 * Set once, by app.ts. They stand here and are not handed to each command, because whoever resolves or answers passes them, through whichever
 * room: a caller cannot forget them. They hold nothing of a product that runs, so that several in one process can share them.
 */
export function setGates(wanted: Gates): void {
  gates = wanted;
}

/** Only agents are held up: a rule that closes what has slept for a month fills nothing in. @throws conversationIncomplete */
export async function mayBeResolved(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  if (ctx.actor.kind !== 'agent') return;
  const missing: Missing[] = [];
  for (const ask of gates.missing) missing.push(...(await ask(ctx, tx, conversation)));
  // What is a field and a step of a procedure is asked for once.
  const once = new Map(missing.map((one) => [one.kind === 'field' ? `field ${one.key}` : `step ${one.stepId}`, one]));
  if (once.size > 0) throw conversationIncomplete({ missing: [...once.values()] });
}

/** Null: it goes out as usual. */
export const approvalFor = (ctx: Ctx, tx: Tx, conversation: ConversationRow, text: string) =>
  ctx.actor.kind === 'agent' ? gates.approval(ctx, tx, conversation, text) : Promise.resolve(null);
