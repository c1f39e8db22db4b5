const SAMPLE_BYTES = 64 * 1024;

/** Are the bytes UTF-8 throughout? A character that the end cut in two is forgiven. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (const cut of [0, 1, 2, 3]) {
    if (cut > 0 && !endsInsideCharacter(bytes, cut)) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return true;
    } catch {}
  }
  return false;
}

const endsInsideCharacter = (bytes: Uint8Array, cut: number): boolean =>
  bytes.length > cut && (bytes[bytes.length - cut] ?? 0) >= 0xc0 && bytes.subarray(bytes.length - cut + 1).every((byte) => byte >> 6 === 2);

/** Has any byte its highest bit set? */
export const has8Bit = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f);

/**
 * The most likely charset of 8-bit bytes that are neither labelled rightly nor UTF-8: Shift_JIS or EUC-JP when the outcome reads as
 * Japanese, else Windows-1252, which every byte fits.
 */
export function guessEightBit(bytes: Uint8Array): 'shift_jis' | 'euc-jp' | 'windows-1252' {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const scores = (['shift_jis', 'euc-jp'] as const).map((charset) => ({ charset, score: japaneseness(sample, charset) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.charset : 'windows-1252';
}

/** Points for kana and kanji in ordinary use, minus points for what a wrong charset makes of them: a single kanji within a Latin word. */
function japaneseness(bytes: Uint8Array, charset: string): number {
  let score = 0;
  const text = new TextDecoder(charset).decode(bytes);
  for (const { 0: char, index } of text.matchAll(/\P{ASCII}/gu)) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0x3041 && code <= 0x30fe) score += 3;
    else if (code >= 0x4e00 && code <= 0x9fff) score += LETTER.test(text[index - 1] ?? '') || LETTER.test(text[index + 1] ?? '') ? -3 : 1;
    else if (code >= 0x3000 && code <= 0x3020) score += 2;
    else if (code >= 0xff61 && code <= 0xff9f) score -= 0.5;
    else if (code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff)) score -= 8;
  }
  return score;
}

const LETTER = /[A-Za-z]/;
