/** In how many messages a channel sends a text whose longest is `textCharacters`. */
export const partsOf = (text: string, textCharacters: number): number => Math.max(1, Math.ceil(text.length / textCharacters));
