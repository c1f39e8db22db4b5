// The EDICT format (EDRDG): 紙袋 [かみぶくろ;かんぶくろ] /(n) paper bag/(P)/ in EUC-JP, one entry a line.

/** What a Japanese word means in English. `isCommon`: among the words everybody knows, by the dictionary's own mark. */
export type DictionaryEntry = { words: string[]; glosses: string[]; isCommon: boolean };

const MARKS = /\([^)]*\)|\{[^}]*\}/g;
const COMMON = '(P)';

/** The words before the glosses, as written and as read: 紙袋 [かみぶくろ;かんぶくろ]. */
export function headWords(head: string): string[] {
  const [written = '', read = ''] = head.trim().replace(']', '').split(' [');
  const words = [...written.split(';'), ...read.split(';')].map((word) => word.replace(MARKS, '').trim());
  return [...new Set(words.filter(Boolean))];
}

/** One line of the dictionary; null for its head line and for what has no gloss. */
export function parseEdictLine(line: string): DictionaryEntry | null {
  const slash = line.indexOf('/');
  if (slash < 1) return null;
  const words = headWords(line.slice(0, slash));
  const parts = line.slice(slash + 1).split('/');
  const glosses = parts.map((part) => part.replace(MARKS, '').replace(/\s+/g, ' ').trim()).filter((gloss) => /[a-z]/i.test(gloss));
  if (glosses.length === 0 || words[0] === '？？？') return null;
  return { words, glosses, isCommon: parts.some((part) => part.includes(COMMON)) };
}
