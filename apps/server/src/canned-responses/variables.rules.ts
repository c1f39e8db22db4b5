// Pure: what the variables of canned responses stand for, in texts that nobody looks over before they go out.

/** Fills in what is known; what is not stands for nothing. Names as canned responses have them: {{customer.name}} … */
export const fillVariables = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => values[name]?.trim() ?? '');
