import type { Channel, Settings } from '../channel.ts';
import type { InboundEvent, RawPayload } from '../port/port.types.ts';
import type { ApartRead } from './apart/apart.types.ts';
import type { ParseThreads } from './apart/parse-threads.ts';

/** A parser that never ends is not to keep what came behind waiting. */
const TIME_LIMIT_MS = 20_000;
const LONGEST_PROBLEM = 1000;

export type PayloadBytes = { headers: unknown; body: Buffer; received_at: Date };

/**
 * What the channel makes of a payload, or what is wrong with it: a payload that cannot be read is kept for a fixed parser.
 * @returns null when this process is ending: nothing is known of it @throws when no thread can be started to read it
 */
export async function readPayload(threads: ParseThreads, channel: Channel, settings: Settings, row: PayloadBytes): Promise<ApartRead> {
  const raw = { headers: row.headers as Record<string, string>, body: row.body, receivedAt: row.received_at };
  const read = channel.parsedApart ? await threads.read(channel.parsedApart, raw, settings) : await readHere(channel, settings, raw);
  return read?.problem ? { ...read, problem: read.problem.slice(0, LONGEST_PROBLEM) } : read;
}

async function readHere(channel: Channel, settings: Settings, raw: RawPayload): Promise<ApartRead> {
  try {
    return { events: await inTime(Promise.resolve(channel.parse(raw, settings))), problem: null };
  } catch (error) {
    return { events: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`not read within ${TIME_LIMIT_MS / 1000} seconds`)), TIME_LIMIT_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Events as text that two readings can be compared by: without the bytes of files. */
export const outline = (events: readonly InboundEvent[]): string => JSON.stringify(events.map(withoutBytes), null, 2);

/** Before they become text: 25 MB as a list of numbers would hold up everything else for seconds. */
const withoutBytes = (event: InboundEvent): unknown =>
  event.kind === 'message' && event.files
    ? { ...event, files: event.files.map((file) => ('bytes' in file ? { ...file, bytes: `${file.bytes.length} bytes` } : file)) }
    : event;
