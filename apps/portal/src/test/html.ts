/** The values of an attribute, in order of appearance. */
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1]!);

/** How often a pattern occurs. */
export const count = (html: string, pattern: RegExp): number => [...html.matchAll(new RegExp(pattern.source, 'g'))].length;
