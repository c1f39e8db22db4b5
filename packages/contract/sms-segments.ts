// Pure: how many text messages a text becomes on its way (3GPP TS 23.038, 6.2.1 and 23.040, 9.2.3.24). Each is paid.

/** GSM 7-bit's own characters. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: each takes an escape and a character. */
const EXTENSION = new Set('\f^{}\\[~]|€');

const GSM_7 = { encoding: 'GSM-7', alone: 160, together: 153 } as const;
/** Counted in UTF-16 units: an emoji takes two. */
const UCS_2 = { encoding: 'UCS-2', alone: 70, together: 67 } as const;

export type SmsSegments = {
  encoding: 'GSM-7' | 'UCS-2';
  /** Text messages it becomes; 0 for no text. */
  segments: number;
  /** How much more of the plainest character fits into the last of them. */
  left: number;
};

/**
 * A text alone fills 160 septets, or 70 units of any other script; where several belong together, each gives room to say so: 153 or 67. What
 * takes two places (an escape, a surrogate pair) is never cut in the middle, so that a place may stay empty at a segment's end.
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const { encoding, alone, together } = characters.every((one) => BASIC.has(one) || EXTENSION.has(one)) ? GSM_7 : UCS_2;
  const widths = characters.map((one) => (encoding === 'UCS-2' ? one.length : EXTENSION.has(one) ? 2 : 1));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole <= alone) return { encoding, segments: whole === 0 ? 0 : 1, left: alone - whole };
  let segments = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > together) {
      segments += 1;
      filled = 0;
    }
    filled += width;
  }
  return { encoding, segments, left: together - filled };
}
