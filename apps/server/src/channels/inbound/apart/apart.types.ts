import type { ParsedApart, Settings } from '../../channel.ts';
import type { InboundEvent, RawPayload } from '../../port/port.types.ts';

/** One payload for a thread. `module`: the address of the module that reads it, `as`: the name it exports its parser by. */
export type ParseRequest = { module: string; as: string; raw: Omit<RawPayload, 'body'> & { body: Uint8Array }; settings: Settings };

/** What a thread says: that its parser is loaded and reads now; then what became of it. */
export type ParseReply = { kind: 'begun' } | { kind: 'read'; events: InboundEvent[] } | { kind: 'unread'; problem: string };

/** What reading one payload may cost. */
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

export type ParseThread = {
  /** Reads one payload; one at a time. @throws when the thread or the parser cannot be started, which is no fault of the payload */
  read: (parser: ParsedApart, raw: RawPayload, settings: Settings) => Promise<ApartRead>;
  /** False once it was ended, by whatever it read or by `end`. */
  isAlive: () => boolean;
  end: () => Promise<void>;
};
