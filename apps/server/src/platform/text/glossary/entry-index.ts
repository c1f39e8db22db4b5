import { type DictionaryEntry, headWords, parseEdictLine } from './edict.ts';

const NEW_LINE = 10;
const SLASH = 47;
const BUCKETS = 1 << 19;

/**
 * A dictionary's lines by their words, in 30 MB: its bytes (UTF-8), and chains of line offsets by the hash of a word. A Map of its
 * 400,000 words would take five times that.
 */
export function indexEntries(bytes: Buffer): (word: string) => DictionaryEntry[] {
  const first = new Int32Array(BUCKETS).fill(-1);
  let next = new Int32Array(1024);
  let lines = new Int32Array(1024);
  let size = 0;
  const add = (word: string, line: number) => {
    if (size === next.length) [next, lines] = [grown(next), grown(lines)];
    const bucket = bucketOf(word);
    next[size] = first[bucket]!;
    lines[size] = line;
    first[bucket] = size;
    size += 1;
  };
  for (let start = 0; start < bytes.length; ) {
    const end = endOfLine(bytes, start);
    const slash = bytes.indexOf(SLASH, start);
    if (slash > start && slash < end) for (const word of headWords(bytes.toString('utf8', start, slash))) add(word, start);
    start = end + 1;
  }

  return (word) => {
    const found: DictionaryEntry[] = [];
    for (let at = first[bucketOf(word)]!; at !== -1; at = next[at]!) {
      const start = lines[at]!;
      const entry = parseEdictLine(bytes.toString('utf8', start, endOfLine(bytes, start)));
      if (entry?.words.includes(word)) found.push(entry);
    }
    // A chain begins with what came last.
    return found.reverse();
  };
}

function endOfLine(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(NEW_LINE, start);
  return end === -1 ? bytes.length : end;
}

/** FNV-1a over UTF-16 units. */
function bucketOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
