// Pure: how long a stretch of one text stands word for word in another.

const SHIFT = 0x1_0000;

/**
 * For texts to come: the length in UTF-16 units of the longest stretch of `asked` that stands in them; 0 for less than two letters.
 * Pairs of letters are looked up, so a text takes about as many steps as it is long.
 */
export function longestRunOf(asked: string): (text: string) => number {
  const places = new Map<number, number[]>();
  for (let i = 0; i + 1 < asked.length; i++) {
    const pair = pairAt(asked, i);
    const known = places.get(pair);
    if (known) known.push(i);
    else places.set(pair, [i]);
  }
  return (text) => {
    let longest = 0;
    for (let at = 0; at + 1 < text.length; at++) {
      for (const from of places.get(pairAt(text, at)) ?? []) {
        // Where the letter before is the same too, this is the rest of a run that was measured already.
        if (from > 0 && at > 0 && asked.charCodeAt(from - 1) === text.charCodeAt(at - 1)) continue;
        let run = 2;
        while (from + run < asked.length && at + run < text.length && asked.charCodeAt(from + run) === text.charCodeAt(at + run)) run += 1;
        if (run > longest) longest = run;
      }
    }
    return longest;
  };
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * SHIFT + text.charCodeAt(at + 1);
