// Pure: a text → its sentences and their clauses, Japanese and English.

/** Ends of a sentence. A full stop ends one only before a space and a new beginning: not in 3.5, node.js or e.g. this. */
const END =
  /(?<=[。！？!?][」』）)"”]*)(?![」』）)"”。！？!?])|(?<=[^\s.][.])(?<!\b(?:e\.g|i\.e|etc|vs|No|Mr|Ms|Mrs|Dr)\.)\s+(?=["“(]?[A-Z0-9ぁ-んァ-ヶ一-龠])|\n+/u;
/** What sets two statements of one sentence against or beside each other; exceptions often stand in brackets. */
const CLAUSE = /(?<=[、，；;])|(?=[（(])|(?<=\D[,])\s+|\s+(?=(?:but|however|although|though|unless|except|while|whereas)\b)/iu;

/** The sentences in order, without blanks around them and without empty ones. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** The clauses of a sentence in order; a sentence without commas is one clause. */
export const clausesOf = (sentence: string): string[] => sentence.split(CLAUSE).filter((clause) => clause.trim() !== '');
