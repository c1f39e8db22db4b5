import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { messageReceived } from '../conversations.events.ts';
import { unscheduleAnswered } from './scheduled.commands.ts';

/** Takes replies back that were to go out only if the customer does not write, as soon as they do. */
export const scheduledReader = (): Reader =>
  reader('conversations.scheduled', {
    [messageReceived.factName]: async (ctx, { conversation_id }) => {
      if (conversation_id) await unscheduleAnswered(ctx, conversation_id);
    },
  });
