import type { Ctx } from '../platform/ctx.ts';
import type { LoggedFact } from '../platform/event-log/read.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { readOffers } from './inbox/read.commands.ts';
import { recordFact } from './record/record.commands.ts';

const TELLING = [
  'note.added',
  'whisper.said',
  'conversation.assigned',
  'message.received',
  'message.failed',
  'sla.warned',
  'sla.breached',
  'conversation.woken',
  'offer.made',
  'reply.approval_asked',
  'reply.approval_overdue',
  'reply.approved',
  'reply.returned',
];

/** Records who is to be told of what. An offer that is over is nothing to see to any more. Bears a repetition. */
export const notificationsReader = (): Reader =>
  reader('notifications', {
    ...Object.fromEntries(TELLING.map((name) => [name, recordFact])),
    'offer.ended': async (ctx: Ctx, { data, conversation_id }: LoggedFact) => {
      const { agentId } = data as { agentId: string };
      if (conversation_id) await readOffers(ctx, agentId, conversation_id);
    },
  });
