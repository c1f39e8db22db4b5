import type { MessagePort } from 'node:worker_threads';
import type { ParsedApart, Settings } from '../../channel.ts';
import type { InboundEvent, RawPayload } from '../../port/port.types.ts';

/** Work for a thread. `module`: the address of the module that does it, `as`: the name it exports it by. */
export type ThreadRequest = { module: string; as: string } & (
  | { kind: 'parse'; raw: Omit<RawPayload, 'body'> & { body: Uint8Array }; settings: Settings }
  | { kind: 'find'; bytes: Uint8Array; given: unknown; questions: MessagePort }
);

/** What a thread says: that the module is loaded and works now; then what became of it. Of a payload its events are found. */
export type ThreadReply = { kind: 'begun' } | { kind: 'found'; found: unknown } | { kind: 'failed'; problem: string };

/** Asks the process what only that can know, as looking up a name. @throws what was thrown there: its message and code */
export type Ask = (question: unknown) => Promise<unknown>;
/** Finds something out about bytes. `given`: what goes in with them. Both it and what is found can be copied from thread to thread. */
export type Find = (bytes: Buffer, given: unknown, ask: Ask) => Promise<unknown>;

/** What one work may cost: reading a payload, or finding something out about it. */
export type ParseLimits = {
  /** How long it may take, and how long loading its parser may. */
  parseMs: number;
  loadMs: number;
  /** Objects and texts; and bytes, which the engine does not count among them. In MB. */
  heapMb: number;
  bytesMb: number;
  /** A thread that nobody needed for so long is ended. */
  idleMs: number;
  /** How many payloads are read at once, each in a thread of its own. */
  threads: number;
};

/** What became of a payload; null when the threads were closed meanwhile, and nothing is known of it. */
export type ApartRead = { events: InboundEvent[]; problem: null } | { events: null; problem: string } | null;

/** What was found out about bytes, or why it was given up; null when the threads were closed meanwhile. */
export type ApartFound = { found: unknown; problem: null } | { found: null; problem: string } | null;

export type ParseThread = {
  /** Reads one payload; one at a time. @throws when the thread or the parser cannot be started, which is no fault of the payload */
  read: (parser: ParsedApart, raw: RawPayload, settings: Settings) => Promise<ApartRead>;
  /** Finds something out about bytes, under the same limits; `answer` is asked in this process. @throws as `read` */
  find: (finder: ParsedApart, bytes: Buffer, given: unknown, answer: Ask) => Promise<ApartFound>;
  /** False once it was ended, by whatever it read or by `end`. */
  isAlive: () => boolean;
  end: () => Promise<void>;
};
