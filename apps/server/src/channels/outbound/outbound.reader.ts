import { messageSent } from '../../conversations/conversations.events.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import type { Channels } from '../channels.registry.ts';
import { queueDelivery } from './deliveries.commands.ts';

/** Whatever was said on a line whose channel carries messages out is put on its way. */
export const outboundReader = (channels: Channels): Reader =>
  reader('channels.outbound', {
    [messageSent.factName]: async (ctx, fact) => {
      const { messageId } = fact.data as { messageId: string };
      await queueDelivery(ctx, channels, messageId);
    },
  });
