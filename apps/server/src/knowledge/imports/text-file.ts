import type { Encoding } from './import.types.ts';

const LABELS: Record<Encoding, string> = { 'UTF-8': 'utf-8', Shift_JIS: 'shift_jis', 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be' };
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];
const SAMPLE_BYTES = 128 * 1024;
/** Bytes decoded between two turns of other work. */
const STEP_BYTES = 1024 * 1024;

/**
 * How a file is encoded whose writer did not say. A byte order mark decides; else UTF-8, unless the bytes are Shift_JIS as Windows
 * writes it (CP932 with its vendor characters). One broken line does not decide about all the others.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  for (const [encoding, mark] of MARKS) if (mark.every((byte, at) => bytes[at] === byte)) return encoding;
  const from = bytes.findIndex((byte) => byte >= 0x80);
  if (from === -1) return 'UTF-8';
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  const [utf8, shiftJis] = [decode('UTF-8', sample), decode('Shift_JIS', sample)];
  const broken = count(utf8, /\ufffd/g);
  // Japanese in UTF-8 is made of three-byte characters, which other encodings hardly ever look like by accident.
  const isUtf8 = broken === 0 || count(utf8, /[\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f]/g) > broken;
  return isUtf8 || count(shiftJis, /\ufffd/g) >= broken ? 'UTF-8' : 'Shift_JIS';
}

/** The text of a file, without its mark. Bytes that are no text come out as U+FFFD. Yields now and then. */
export function* decodeText(bytes: Uint8Array, encoding: Encoding): Generator<undefined, string> {
  const decoder = new TextDecoder(LABELS[encoding]);
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    text += decoder.decode(bytes.subarray(at, at + STEP_BYTES), { stream: true });
    yield undefined;
  }
  return text + decoder.decode();
}

/** Cut-off characters at the end of a sample are nobody's fault: they wait for more. */
const decode = (encoding: Encoding, bytes: Uint8Array): string => new TextDecoder(LABELS[encoding]).decode(bytes, { stream: true });

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
