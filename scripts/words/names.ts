import { bannedInName } from './banned.ts';
import type { Source } from './usage.ts';

/** Banned words among the names in SQL: tables, columns, whatever else is an identifier. */
export function sqlFaults(source: Source): string[] {
  const code = source.text.replace(/--.*$/gm, ' ').replace(/'(?:[^']|'')*'/g, ' ');
  return faults(source, code.match(/[a-z_][a-z0-9_]*/gi));
}

/** Banned words among what crosses the wire: property names and values of enums and literals. */
export function contractFaults(source: Source): string[] {
  const code = withoutComments(source.text);
  const keys = [...code.matchAll(/([A-Za-z_]\w*)\s*\??\s*:/g)].map((match) => match[1]!);
  const values = [...code.matchAll(/z\.(?:enum|literal)\(([^)]*)\)/g)].flatMap((match) => match[1]!.match(/[a-z][\w.]*/gi) ?? []);
  return faults(source, [...keys, ...values]);
}

/** Banned words among the names of exported types. */
export function typeFaults(source: Source): string[] {
  return faults(
    source,
    [...withoutComments(source.text).matchAll(/^export (?:type|interface|class) (\w+)/gm)].map((match) => match[1]!),
  );
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, ' ');

function faults({ path }: Source, names: readonly string[] | null): string[] {
  return [...new Set(names)].flatMap((name) => bannedInName(name).map((fault) => `${path}: ${name}: ${fault}`));
}
