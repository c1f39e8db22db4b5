/** Inside `**` and its like a star is written as an entity: the rule for Japanese emphasis takes every other star for a mark. */
export type Where = { emphasized: boolean };

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Words as Markdown that reads as just these words, wherever in a line they stand (but see `escapeLine`). */
export const escapeText = (text: string, { emphasized }: Where): string =>
  text
    .replace(/\\/g, (_, at: number) => (at + 1 >= text.length || PUNCTUATION.test(text[at + 1] ?? '') ? '\\\\' : '\\'))
    .replace(/[`[\]~]/g, '\\$&')
    .replace(/\*/g, emphasized ? '&#42;' : '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)(?!#42;)/g, '&amp;')
    .replace(/<(?!\s)/g, '\\<')
    .replace(/!$/, '\\!')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/(?<=[\w.+-])@(?=[\w-])/g, '\\@');

/** A line whose first characters would begin a block of another kind, so that they do not. */
export const escapeLine = (line: string): string =>
  line.replace(/^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|[-=:|][-=:|\s]*$)/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
