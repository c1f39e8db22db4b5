import type { Ctx } from '../ctx.ts';
import type { LoggedFact } from './read.ts';

/** Handles one fact in the name of the workspace it belongs to. Called at least once per fact, so it must bear a repetition. */
export type Handler = (ctx: Ctx, fact: LoggedFact) => Promise<void>;

/** A reader of the log that keeps its place: `reader('bot', { 'message.received': … })`. */
export type Reader = { name: string; handlers: Readonly<Record<string, Handler>> };

export const reader = (name: string, handlers: Readonly<Record<string, Handler>>): Reader => ({ name, handlers });
