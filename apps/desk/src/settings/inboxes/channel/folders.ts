/** The chosen folders of the setting's text: one a line, or with commas between where all stand on one line. */
export const foldersFrom = (text: string): string[] =>
  text
    .split(text.includes('\n') ? '\n' : /[,、]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** A name may hold a comma, so several stand a line each, and one such name has a line that ends. */
export const foldersText = (names: readonly string[]): string =>
  names.length === 1 && !/[,、]/.test(names[0]!) ? names[0]! : names.map((name) => `${name}\n`).join('');
