import { fact } from '../../platform/event-log/fact.ts';
import type { Step } from '../actions/actions.types.ts';

/** A private one is told without its name. */
export const macroCreated = fact('macro.created', 1)<{ macroId: string; name: string }>();
export const macroUpdated = fact('macro.updated', 1)<{ macroId: string; name: string }>();
export const macroRemoved = fact('macro.removed', 1)<{ macroId: string; name: string }>();
/** In the conversation, behind what it did. */
export const macroRun = fact('conversation.macro_run', 1)<{ macroId: string; name: string; steps: readonly Step[] }>();
