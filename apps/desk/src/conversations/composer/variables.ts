/** What canned responses may fill in. */
export type VariableValues = Readonly<Record<string, string>>;

const pattern = /\{\{\s*([\w.]+)\s*\}\}/g;
/** The same, and what was to be asked for, and marks of conditions that nobody looked at. */
const open = /\{\{(?:\s*[\w.]+\s*|\?[^{}\n]*|#if [^{}\n]*|\/if)\}\}/g;

/** Fills in what is known. Unknown names, and known ones without a value (a nameless visitor), stay as they are: visible. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(pattern, (whole, name: string) => values[name]?.trim() || whole);
}

/** The placeholders that are still in a text, each once: such a text must not be sent. */
export function openVariables(text: string): string[] {
  return [...new Set([...text.matchAll(open)].map(([whole]) => whole))];
}
