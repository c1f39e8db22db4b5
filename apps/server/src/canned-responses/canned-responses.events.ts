import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. The texts stay in their rows. */
export const cannedResponseCreated = fact('canned_response.created', 1)<{ cannedResponseId: string; title: string }>();
export const cannedResponseUpdated = fact('canned_response.updated', 1)<{ cannedResponseId: string; title: string }>();
export const cannedResponseRemoved = fact('canned_response.removed', 1)<{ cannedResponseId: string; title: string }>();
