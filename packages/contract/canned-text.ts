// Pure: the small language of canned responses and macros, read the same by the server and by the screens that edit it.
//   {{customer.name}}                               what is known
//   {{?お届け日}}                                    what whoever sends it is asked for
//   {{#if channel is email, form}} … {{/if}}         a part for some only; also language, hours, attribute.<key>; `is not`

/** When a part of a text is used. `about`: channel, language (ja, en), hours (open, closed) or attribute.<key of the customer's attribute>. */
export type Condition = { about: 'channel' | 'language' | 'hours' | `attribute.${string}`; not: boolean; values: string[] };

/** A stretch of a text. `when` null: always. `inline`: its condition stands within a line. */
export type TextPart = { text: string; when: Condition | null; inline?: true };

/** What conditions ask of a conversation. */
export type Situation = { channel: string; language: string; hours: 'open' | 'closed'; attributes: Readonly<Record<string, string>> };

const PART = /\{\{#if ([^{}]+)\}\}(\n?)([\s\S]*?)\n?\{\{\/if\}\}\n?/g;
const MARK = /\{\{#if\b|\{\{\/if\}\}/;
const CONDITION = /^(channel|language|hours|attribute\.\S.*?) is (not )?(\S.*)$/;
const BLANK = /\{\{(?:\?\s*([^{}\n]{1,40}?)|\s*([\w.]+))\s*\}\}/g;

function conditionOf(written: string): Condition | null {
  const found = CONDITION.exec(written.trim());
  if (!found) return null;
  const values = found[3]!.split(/[,、]/).map((value) => value.trim());
  return { about: found[1] as Condition['about'], not: found[2] !== undefined, values: values.filter(Boolean) };
}

const conditionText = ({ about, not, values }: Condition): string => `${about} is ${not ? 'not ' : ''}${values.join(', ')}`;

/** A text as its parts; null where a condition is not one, or begins or ends nowhere. */
export function partsOf(text: string): TextPart[] | null {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PART)) {
    const when = conditionOf(match[1]!);
    if (!when || MARK.test(match[3]!)) return null;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), when: null });
    const inline = match[2] === '' && !match[0].endsWith('\n');
    parts.push({ text: match[3]!, when, ...(inline ? { inline } : {}) });
    from = match.index + match[0].length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), when: null });
  return parts.some((part) => part.when === null && MARK.test(part.text)) ? null : parts;
}

/** The text of parts: what `partsOf` reads. A part that has a condition and is not inline stands in lines of its own. */
export function textOf(parts: readonly TextPart[]): string {
  return parts.reduce((text, part) => {
    if (!part.when) return text + part.text;
    const mark = `{{#if ${conditionText(part.when)}}}`;
    if (part.inline) return `${text}${mark}${part.text}{{/if}}`;
    return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${mark}\n${part.text}\n{{/if}}\n`;
  }, '');
}

const fold = (value: string): string => value.normalize('NFKC').trim().toLowerCase();

/** Whether a condition holds. Values are compared without regard to case and width. */
export function holds({ about, not, values }: Condition, situation: Situation): boolean {
  const own = about.startsWith('attribute.')
    ? (situation.attributes[about.slice('attribute.'.length)] ?? '')
    : situation[about as 'channel' | 'language' | 'hours'];
  return values.some((value) => fold(value) === fold(own)) !== not;
}

/** The text as it is for one conversation: parts whose condition does not hold are gone. A text that cannot be read stays as it is. */
export function textFor(text: string, situation: Situation): string {
  const parts = partsOf(text);
  if (!parts?.some(({ when }) => when)) return text;
  const kept = parts.filter(({ when }) => !when || holds(when, situation));
  return kept
    .map((part) => (part.when && !part.inline ? `${part.text}\n` : part.text))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/** What is asked for before a text is used, each once, in order. */
export const asksOf = (text: string): string[] => [
  ...new Set([...text.matchAll(BLANK)].flatMap(([, ask]) => (ask === undefined ? [] : [ask]))),
];

/**
 * Fills the blanks in, in one pass: what is filled in is never read as a blank itself. `unknown`: what stands where nothing is known (and where
 * nothing was answered).
 */
export function fillBlanks(
  text: string,
  values: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>>,
  unknown: (whole: string) => string,
): string {
  return text.replace(BLANK, (whole, ask: string | undefined, name: string | undefined) => {
    const value = ask === undefined ? values[name!] : answers[ask];
    return value?.trim() || unknown(whole);
  });
}

/** The variables there are, as they are written. `customer.greeting` is the name with 様, or お客様 for whom we know by no name. */
export const TEXT_VARIABLES = [
  'customer.name',
  'customer.greeting',
  'customer.reading',
  'agent.name',
  'conversation.number',
  'conversation.subject',
  'workspace.name',
  'order.number',
] as const;
export type TextVariable = (typeof TEXT_VARIABLES)[number];
