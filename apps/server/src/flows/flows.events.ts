import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. The plans stay in their rows, and so does what customers answered. */
export const flowCreated = fact('flow.created', 1)<{ flowId: string; name: string }>();
export const flowUpdated = fact('flow.updated', 1)<{ flowId: string; name: string; version: number }>();
export const flowPublished = fact('flow.published', 1)<{ flowId: string; name: string; version: number }>();
export const flowUnpublished = fact('flow.unpublished', 1)<{ flowId: string; name: string }>();
export const flowArchived = fact('flow.archived', 1)<{ flowId: string; name: string }>();

type Run = { flowId: string; runId: string; name: string };
export const flowStarted = fact('flow.started', 1)<Run & { version: number }>();
/** `how`: came to an end, an article was quoted, or its own step handed the conversation to people. */
export const flowFinished = fact('flow.finished', 1)<Run & { how: 'finished' | 'answered' | 'handed_off' }>();
/** The customer went another way, or people took over: `step` is where it stood. */
export const flowLeft = fact('flow.left', 1)<Run & { step: string | null }>();
