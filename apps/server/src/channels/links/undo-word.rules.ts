// Pure: how somebody says that a conversation was joined to their line by mistake.

const WORD = /^["「『“]?(?:心当たりが?(?:ない|ありません)(?:です)?|this is(?: not|n['’]t) me|not me)["」』”]?[。.!！]?$/i;

/** A message that is nothing but this word. It is rare enough that nobody says it about anything else. */
export const isUndoWord = (text: string): boolean => text.length <= 40 && WORD.test(text.normalize('NFKC').trim());
