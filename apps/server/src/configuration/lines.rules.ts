// Pure: on which line of a JSON text something stands.

/**
 * The line (from 1) on which the value at `path` begins: `[2, 'name']` is the name of the third of a list. Where the path leads nowhere, the
 * line of what it came as far as. The text has to be JSON.
 */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(text, 0);
  for (const part of path) {
    const inside = placeOf(text, at, part);
    if (inside === null) break;
    at = inside;
  }
  return lineAt(text, at);
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])/y;
const OPENS = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/** The line on which a text stops being JSON: JSON.parse itself does not always say. The last one where something is missing. */
export function lineOfFault(text: string): number {
  const closers: string[] = [];
  let at = 0;
  let before = '';
  for (let token = tokenAt(text, at); token; token = tokenAt(text, at)) {
    if (!mayFollow(before, token.sign, closers)) return lineAt(text, token.start);
    const closer = OPENS.get(token.sign);
    if (closer) closers.push(closer);
    else if (token.sign === closers.at(-1)) closers.pop();
    before = token.sign;
    at = token.end;
  }
  return lineAt(text, skipSpace(text, at));
}

function tokenAt(text: string, at: number): { sign: string; start: number; end: number } | null {
  TOKEN.lastIndex = at;
  const found = TOKEN.exec(text);
  return found && { sign: found[1]!, start: TOKEN.lastIndex - found[1]!.length, end: TOKEN.lastIndex };
}

/** Enough of the grammar to find the place: values apart by commas, colons behind names, brackets that match. */
function mayFollow(before: string, sign: string, closers: readonly string[]): boolean {
  const begins = before === '' || before === '{' || before === '[' || before === ',' || before === ':';
  if (sign === '}' || sign === ']') return sign === closers.at(-1) && before !== ',' && before !== ':';
  if (sign === ',' || sign === ':') return !begins && closers.length > 0;
  return begins;
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Where one part of the list or object at `start` begins, or null. */
function placeOf(text: string, start: number, part: PropertyKey): number | null {
  const list = text[start] === '[';
  if (!list && text[start] !== '{') return null;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== ']' && text[at] !== '}'; index += 1) {
    let name: PropertyKey = index;
    if (!list) {
      const end = endOf(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (String(name) === String(part)) return at;
    at = skipSpace(text, endOf(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return null;
}

/** Behind the value that begins at `start`. */
function endOf(text: string, start: number): number {
  if (text[start] === '"') {
    let at = start + 1;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return at + 1;
  }
  if (text[start] !== '[' && text[start] !== '{') {
    const rest = /[\s,\]}]/.exec(text.slice(start));
    return rest ? start + rest.index : text.length;
  }
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const sign = text[at]!;
    if (sign === '"') {
      at = endOf(text, at);
      continue;
    }
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at;
}
