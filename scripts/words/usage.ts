/** A source file: where it lies and what it says. */
export type Source = { path: string; text: string };

type Usage = { catalogues: Readonly<Record<string, readonly string[]>>; sources: readonly Source[] };

/**
 * Compares what code says with what catalogues have. `catalogues` lists the keys of each; an app's code belongs to the catalogues it imports
 * (`@madoguchi/words/<name>/…`). A key counts as used when it stands anywhere in that code as a string of its own, or fits a template such as
 * `status.${status}`; what `t('…')` asks for must exist.
 */
export function usageFaults({ catalogues, sources }: Usage): string[] {
  const apps = Object.groupBy(sources, ({ path }) => path.split('/').slice(0, 2).join('/'));
  const used = new Set<string>();
  const faults: string[] = [];
  for (const files of Object.values(apps) as Source[][]) {
    const mine = Object.keys(catalogues).filter((name) => files.some(({ text }) => text.includes(`@madoguchi/words/${name}/`)));
    if (mine.length === 0) continue;
    const keys = mine.flatMap((name) => catalogues[name]!.map((key) => ({ id: `${name}: ${key}`, key })));
    const known = new Set(keys.map(({ key }) => key));
    for (const file of files) {
      faults.push(...unknownIn(file, known));
      const fits = usesOf(file.text);
      for (const { id, key } of keys) if (fits(key)) used.add(id);
    }
  }
  const all = Object.entries(catalogues).flatMap(([name, keys]) => keys.map((key) => `${name}: ${key}`));
  return [...faults, ...all.filter((id) => !used.has(id)).map((id) => `${id}: used nowhere`)];
}

/** Keys that `t('key')` asks for, and templates like t(`prefix.${…}`), that no catalogue of the app has. */
function unknownIn({ path, text }: Source, known: ReadonlySet<string>): string[] {
  const literal = [...text.matchAll(/\bt\(\s*(['"`])([^'"`$]+)\1/g)].map((match) => match[2]!).filter((key) => !known.has(key));
  const template = [...text.matchAll(/\bt\(\s*`([^`]*\$\{[^`]*)`/g)]
    .map((match) => match[1]!)
    .filter((content) => ![...known].some((key) => patternOf(content).test(key)));
  return [...literal, ...template].map((key) => `${path}: ${key} is in no catalogue`);
}

function usesOf(text: string): (key: string) => boolean {
  const literals = new Set([...text.matchAll(/(['"`])([\w.-]+)\1/g)].map((match) => match[2]!));
  // A template that begins with its variable could be anything and proves nothing.
  const patterns = [...text.matchAll(/`([\w.-]+\$\{[^`]*)`/g)].map((match) => patternOf(match[1]!));
  return (key) => {
    const plain = key.replace(/_one$/, '');
    return literals.has(plain) || patterns.some((pattern) => pattern.test(plain));
  };
}

/** `status.${a}.label` matches status.anything.label. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  return new RegExp(`^${parts.map((part) => escaped(part)).join('[\\w-]+')}$`);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
