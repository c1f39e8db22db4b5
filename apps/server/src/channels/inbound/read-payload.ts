import type { Channel, Settings } from '../channel.ts';
import type { InboundEvent } from '../port/port.types.ts';

export type Read = { events: InboundEvent[]; problem: null } | { events: null; problem: string };

/** A parser that never ends is not to keep what came behind waiting. */
const TIME_LIMIT_MS = 20_000;

export type PayloadBytes = { headers: unknown; body: Buffer; received_at: Date };

/** What the channel makes of a payload, or what is wrong with it. Never throws: a payload that cannot be read is kept for a fixed parser. */
export async function readPayload(channel: Channel, settings: Settings, row: PayloadBytes): Promise<Read> {
  const raw = { headers: row.headers as Record<string, string>, body: row.body, receivedAt: row.received_at };
  try {
    return { events: await inTime(Promise.resolve(channel.parse(raw, settings))), problem: null };
  } catch (error) {
    return { events: null, problem: error instanceof Error ? error.message.slice(0, 1000) : String(error).slice(0, 1000) };
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
export function outline(events: readonly InboundEvent[]): string {
  const short = (_key: string, value: unknown) => {
    if (value && typeof value === 'object' && 'type' in value && (value as { type: unknown }).type === 'Buffer' && 'data' in value)
      return `${(value as unknown as { data: unknown[] }).data.length} bytes`;
    return value;
  };
  return JSON.stringify(events, short, 2);
}
