/** GSM 03.38's basic characters; those of its extension count twice. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('^{}\\[~]|€\f');

/**
 * How many text messages a text becomes on its way (3GPP TS 23.038, 23.040): 160 characters of the basic alphabet fit into one, or 70 of any other
 * script; where there are several, each loses room for its number. Japanese is always of the second kind.
 */
export function smsSegments(text: string): number {
  if (text === '') return 0;
  const characters = [...text];
  if (characters.every((one) => basic.has(one) || extension.has(one))) {
    const septets = characters.reduce((sum, one) => sum + (extension.has(one) ? 2 : 1), 0);
    return septets <= 160 ? 1 : Math.ceil(septets / 153);
  }
  // UTF-16 units: an emoji takes two.
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

/** In how many messages a channel sends a text whose longest is `textCharacters`. */
export const partsOf = (text: string, textCharacters: number): number => Math.max(1, Math.ceil(text.length / textCharacters));
