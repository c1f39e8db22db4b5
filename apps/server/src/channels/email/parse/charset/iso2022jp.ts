const ESC = 0x1b;
type Mode = 'ascii' | 'kana' | 'kanji' | 'kanji2';

/** Escape sequences after ESC, as registered, and those that mailers write although nobody registered them. */
const ESCAPES: [bytes: string, mode: Mode][] = [
  ['$B', 'kanji'],
  ['$@', 'kanji'],
  ['$(B', 'kanji'],
  ['$(@', 'kanji'],
  ['$(D', 'kanji2'],
  ['$(Q', 'kanji'],
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'],
  ['(I', 'kana'],
  ['&@', 'kanji'],
];

/**
 * ISO-2022-JP as it is met: with half-width kana (by escape, by shift-out or as raw 8-bit), NEC and IBM characters, lines that end in the
 * middle of kanji. Rewritten to EUC-JP, whose decoder knows them all. Raw 8-bit Shift_JIS in between is not looked for.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const out: number[] = [];
  let mode: Mode = 'ascii';
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === ESC) {
      const sequence = escapeAt(bytes, at + 1);
      if (!sequence) continue;
      mode = sequence[1];
      at += sequence[0].length;
    } else if (byte === 0x0e || byte === 0x0f) shifted = byte === 0x0e;
    else if (byte === 0x0a || byte === 0x0d) {
      mode = 'ascii';
      shifted = false;
      out.push(byte);
    } else if ((mode === 'kanji' || mode === 'kanji2') && byte > 0x20 && byte < 0x7f) {
      const next = bytes[at + 1] ?? 0;
      if (next <= 0x20 || next >= 0x7f) continue;
      if (mode === 'kanji2') out.push(0x8f);
      out.push(byte | 0x80, next | 0x80);
      at += 1;
    } else if ((mode === 'kana' || shifted) && byte > 0x20 && byte < 0x60) out.push(0x8e, byte | 0x80);
    else if (byte > 0xa0 && byte < 0xe0) out.push(0x8e, byte);
    else out.push(byte & 0x7f);
  }
  return new TextDecoder('euc-jp').decode(Uint8Array.from(out));
}

/** Do the bytes switch to kanji or kana by escape, wherever their label says they come from? */
export function hasJisEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESC); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
    const sequence = escapeAt(bytes, at + 1);
    if (sequence && sequence[1] !== 'ascii') return true;
  }
  return false;
}

function escapeAt(bytes: Uint8Array, at: number): [string, Mode] | undefined {
  return ESCAPES.find(([chars]) => [...chars].every((char, index) => bytes[at + index] === char.charCodeAt(0)));
}
