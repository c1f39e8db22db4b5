import { fact } from '../../platform/event-log/fact.ts';

/** A question that a model is to help with was left to the composer, so that nobody else waits for the model. */
export const questionLeftToComposer = fact('bot.question_left_to_composer', 1)<{ messageId: string }>();
