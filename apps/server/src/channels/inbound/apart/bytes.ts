// Bytes of files on their way out of a thread: handed over rather than copied.
import type { InboundEvent, InboundFile } from '../../port/port.types.ts';

/** Bytes that are a piece of something larger (an uncoded file within its mail) are copied once; those that stand alone go as they are. */
function alone(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const stands = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return stands ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes);
}

const eachFile = (events: readonly InboundEvent[], change: (file: InboundFile) => InboundFile): InboundEvent[] =>
  events.map((event) => (event.kind === 'message' && event.files ? { ...event, files: event.files.map(change) } : event));

/** Events that can be sent to another thread, and what of them is given away: whoever sends it has it no more. */
export function toHandOver(events: readonly InboundEvent[]): { events: InboundEvent[]; given: ArrayBuffer[] } {
  const given = new Set<ArrayBuffer>();
  const sent = eachFile(events, (file) => {
    if (!('bytes' in file)) return file;
    const bytes = alone(file.bytes);
    given.add(bytes.buffer);
    return { ...file, bytes: bytes as Buffer };
  });
  return { events: sent, given: [...given] };
}

/** What came from another thread has plain bytes: here they are a Buffer again, the same memory. */
export const takenOver = (events: readonly InboundEvent[]): InboundEvent[] =>
  eachFile(events, (file) =>
    'bytes' in file ? { ...file, bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength) } : file,
  );
