import { conversationResolved } from '../conversations/conversations.events.ts';
import { type Reader, reader } from '../platform/event-log/reader.ts';
import { planQuestion } from './ask/plan.ts';

/** Plans to ask about what was resolved. Bears a repetition. */
export const surveysReader = (): Reader =>
  reader('surveys', {
    [conversationResolved.factName]: async (ctx, { data, conversation_id, actor_kind, actor_id }) => {
      const { by } = data as ReturnType<typeof conversationResolved>['data'];
      if (conversation_id) await planQuestion(ctx, conversation_id, by, actor_kind === 'agent' ? actor_id : null);
    },
  });
