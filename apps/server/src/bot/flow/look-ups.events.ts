import type { Choice } from '@madoguchi/contract/messages.ts';
import { fact } from '../../platform/event-log/fact.ts';

/** A turn that needs a company's own server was left to a reader of its own, so that nobody else waits for that server. */
export const turnLeftToLookUps = fact('bot.turn_left_to_look_ups', 1)<{ messageId: string; choice: Choice | null }>();
