import en from '@madoguchi/words/server/en.json' with { type: 'json' };
import ja from '@madoguchi/words/server/ja.json' with { type: 'json' };
import { makeWords } from '@madoguchi/words/words.ts';

export type Say = ReturnType<typeof makeWords<typeof ja>>;
const inJapanese = makeWords(ja, en, 'ja');
const inEnglish = makeWords(ja, en, 'en');

/** The words the server itself says to people (the bot, acknowledgements), in their language. */
export const wordsFor = (locale: string): Say => (locale === 'en' ? inEnglish : inJapanese);
