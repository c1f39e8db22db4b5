// Part of npm test: catalogues are complete, agree with the code, and no banned synonym is used (see words/banned.ts and GLOSSARY.md).
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, faultsOf } from './words/catalogues.ts';
import { contractFaults, sqlFaults, typeFaults } from './words/names.ts';
import { type Source, usageFaults } from './words/usage.ts';

const root = join(import.meta.dirname, '..');

const read = (pattern: string): Source[] =>
  globSync(pattern, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const folder = join(root, 'packages/words');
const languages = ['ja', 'en'] as const;
const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory() && existsSync(join(folder, name, 'ja.json')));
const pairs = names.map((name) => {
  const [ja, en] = languages.map((language) => JSON.parse(readFileSync(join(folder, name, `${language}.json`), 'utf8')) as Catalogue);
  return { name, ja: ja!, en: en! };
});

const code = read('{apps,packages,fixtures,e2e,bench,scripts}/**/*.{ts,tsx}').filter(({ path }) => !/\.test\.tsx?$/.test(path));
const faults = [
  ...pairs.flatMap((pair) => faultsOf(pair).map((fault) => `packages/words/${pair.name}: ${fault}`)),
  ...usageFaults({
    catalogues: Object.fromEntries(pairs.map(({ name, ja }) => [name, Object.keys(ja)])),
    sources: code.filter(({ path }) => path.startsWith('apps/')),
  }),
  ...read('apps/server/migrations/*.sql').flatMap(sqlFaults),
  ...code.filter(({ path }) => path.startsWith('packages/contract/')).flatMap(contractFaults),
  ...code.flatMap(typeFaults),
];

for (const fault of faults) console.error(fault);
console.log(
  `${pairs.length} catalogues, ${pairs.reduce((sum, { ja }) => sum + Object.keys(ja).length, 0)} texts in two languages, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
