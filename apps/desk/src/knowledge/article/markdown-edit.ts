/** A text field's text with what is selected in it. */
export type Selected = { text: string; from: number; to: number };

/** Replace `text[from…to]` by `insert`, then select `select`. Small enough for the browser's own undo. */
export type Edit = { from: number; to: number; insert: string; select: [number, number] };

/** Puts marks around the selection, or takes them away when they are already there. */
export function around({ text, from, to }: Selected, mark: string): Edit {
  const chosen = text.slice(from, to);
  const width = mark.length;
  if (from >= width && text.slice(from - width, from) === mark && text.slice(to, to + width) === mark) {
    return { from: from - width, to: to + width, insert: chosen, select: [from - width, to - width] };
  }
  return { from, to, insert: `${mark}${chosen}${mark}`, select: [from + width, to + width] };
}

const anyPrefix = /^(?:[-*+] |\d+[.)] |> )/;

/** Makes every selected line an item, numbered where `prefix` says so; makes them plain when all already are. */
export function eachLine({ text, from, to }: Selected, prefix: '- ' | '1. ' | '> '): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const found = text.indexOf('\n', to);
  const end = found === -1 ? text.length : found;
  const lines = text.slice(start, end).split('\n');
  const markOf = (index: number) => (prefix === '1. ' ? `${index + 1}. ` : prefix);
  const marked = lines.every((line, index) => line.startsWith(markOf(index)));
  const insert = lines
    .map((line, index) => (marked ? line.slice(markOf(index).length) : markOf(index) + line.replace(anyPrefix, '')))
    .join('\n');
  return { from: start, to: end, insert, select: [lines.length > 1 ? start : start + insert.length, start + insert.length] };
}

/** Makes the selection a link and selects the address, ready to be typed over. */
export function linked({ text, from, to }: Selected, words: string): Edit {
  const label = text.slice(from, to) || words;
  const address = 'https://';
  const at = from + label.length + 3;
  return { from, to, insert: `[${label}](${address})`, select: [at, at + address.length] };
}

/** The text after an edit. */
export const applied = (text: string, { from, to, insert }: Edit): string => text.slice(0, from) + insert + text.slice(to);
