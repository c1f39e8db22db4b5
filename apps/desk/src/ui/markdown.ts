/** The Markdown that answers are written in, as data: a screen makes elements of it, so no text can become markup. */
export type Inline = { type: 'text' | 'strong' | 'em' | 'code'; text: string } | { type: 'link'; text: string; href: string };
export type Paragraph =
  | { type: 'p'; inline: Inline[] }
  | { type: 'heading'; level: number; inline: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | { type: 'quote'; inline: Inline[] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'code'; text: string };

const inlinePattern =
  /\*\*(.+?)\*\*|`([^`]+)`|!?\[([^\]]+)\]\(([^)\s]+)(?:\s+"[^"]*")?\)|(?<![\w*])[*_](\S(?:[^*_]*\S)?)[*_](?![\w*])|(https?:\/\/[^\s<>「」()。、]+)/g;

/** Addresses that may become a link: the web, mail, phone, and this server's own paths. Never javascript: or data:. */
export const isSafeHref = (href: string): boolean => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);

export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(inlinePattern)) {
    if (match.index > end) parts.push({ type: 'text', text: source.slice(end, match.index) });
    end = match.index + match[0].length;
    const [whole, strong, code, label, href, em, url] = match;
    if (strong !== undefined) parts.push({ type: 'strong', text: strong });
    else if (code !== undefined) parts.push({ type: 'code', text: code });
    else if (label !== undefined && href !== undefined)
      parts.push(isSafeHref(href) ? { type: 'link', text: label, href } : { type: 'text', text: label });
    else if (em !== undefined) parts.push({ type: 'em', text: em });
    else parts.push({ type: 'link', text: url ?? whole, href: url ?? whole });
  }
  if (end < source.length) parts.push({ type: 'text', text: source.slice(end) });
  return parts;
}

const bullet = /^\s*[-*+・]\s+(.*)$/;
/** The marked first line of a callout; its words follow. */
const calloutMark = /^\[!(?:NOTE|TIP|WARNING)\]\s*$/i;
const tableRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/;

/** Paragraphs, headings, lists, tables, quotes and code fences; anything else is text. Lines within a paragraph stay lines. */
export function parseMarkdown(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push({ type: 'p', inline: parseInline(open.join('\n')) });
    open = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.startsWith('```')) {
      close();
      const from = index + 1;
      while (index + 1 < lines.length && !lines[index + 1]!.startsWith('```')) index++;
      paragraphs.push({ type: 'code', text: lines.slice(from, index + 1).join('\n') });
      index++;
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = bullet.exec(line);
    const step = numbered.exec(line);
    if (line.trim() === '') close();
    else if (isTableAt(lines, index)) {
      close();
      const from = index;
      while (lines[index + 1]?.includes('|')) index++;
      const [head = [], , ...rows] = lines.slice(from, index + 1).map(cellsOf);
      paragraphs.push({ type: 'table', head, rows: rows.map((row) => row.slice(0, head.length)) });
    } else if (heading) {
      close();
      paragraphs.push({ type: 'heading', level: heading[1]!.length, inline: parseInline(heading[2]!) });
    } else if (item || step) {
      close();
      addToList(paragraphs, step !== null, Number(step?.[1] ?? 1), parseInline((step?.[2] ?? item?.[1])!), lines[index - 1]?.trim() !== '');
    } else if (line.startsWith('>')) {
      close();
      const from = index;
      while (lines[index + 1]?.startsWith('>')) index++;
      const said = lines.slice(from, index + 1).map((one) => one.replace(/^>\s?/, ''));
      paragraphs.push({ type: 'quote', inline: parseInline(said.filter((one) => !calloutMark.test(one)).join('\n')) });
    } else open.push(line);
  }
  close();
  return paragraphs;
}

const isTableAt = (lines: readonly string[], at: number): boolean =>
  lines[at]!.includes('|') && lines[at + 1]?.includes('-') === true && tableRule.test(lines[at + 1]!);

const cellsOf = (line: string): Inline[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim().replaceAll('\\|', '|')));

function addToList(paragraphs: Paragraph[], ordered: boolean, start: number, item: Inline[], follows: boolean): void {
  const last = paragraphs.at(-1);
  const goesOn = last?.type === 'list' && last.ordered === ordered && (follows || (ordered && start > 1));
  if (goesOn) last.items.push(item);
  else paragraphs.push({ type: 'list', ordered, start, items: [item] });
}

const inlineText = (inline: readonly Inline[]): string =>
  inline.map((part) => (part.type === 'link' && part.text !== part.href ? `${part.text} (${part.href})` : part.text)).join('');

/** The same as plain text, for channels and fields that know no Markdown. */
export function markdownToText(source: string): string {
  return parseMarkdown(source)
    .map((paragraph) => {
      switch (paragraph.type) {
        case 'list':
          return paragraph.items
            .map((item, index) => `${paragraph.ordered ? `${paragraph.start + index}.` : '・'} ${inlineText(item)}`.replace('・ ', '・'))
            .join('\n');
        case 'code':
          return paragraph.text;
        case 'table':
          return [paragraph.head, ...paragraph.rows].map((row) => row.map(inlineText).join('　')).join('\n');
        default:
          return inlineText(paragraph.inline);
      }
    })
    .join('\n\n');
}
