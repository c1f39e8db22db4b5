import { expect, test } from 'vitest';
import { usageFaults } from './usage.ts';

const imports = "import ja from '@madoguchi/words/desk/ja.json';\n";
const check = (keys: string[], code: string) =>
  usageFaults({
    catalogues: { desk: keys },
    sources: [
      { path: 'apps/desk/src/words.ts', text: imports },
      { path: 'apps/desk/src/page.tsx', text: code },
    ],
  });

test('a key that code asks for and no catalogue has is named with its file', () => {
  expect(check(['a.b'], "t('a.b'); t('a.typo', { count: 1 })")).toEqual(['apps/desk/src/page.tsx: a.typo is in no catalogue']);
});

test('a key that nothing uses is named', () => {
  expect(check(['a.b', 'a.c'], "t('a.b')")).toEqual(['desk: a.c: used nowhere']);
});

test('a key is used wherever it stands as a string of its own: tables of keys, choices, attributes', () => {
  const code = "const words = { 409: 'problem.conflict' }; t(open ? 'status.open' : 'status.closed'); <Title label=\"title\" />";
  expect(check(['problem.conflict', 'status.open', 'status.closed', 'title'], code)).toEqual([]);
});

test('a template uses every key it could become, and no other', () => {
  const code = `t(\`status.\${status}\`); t(\`hours.\${days[0]}.label\`)`;
  expect(check(['status.open', 'status.open.why', 'hours.mon.label', 'hours.mon.hint'], code)).toEqual([
    'desk: status.open.why: used nowhere',
    'desk: hours.mon.hint: used nowhere',
  ]);
});

test('a template that fits no key is a mistake', () => {
  expect(check([], `t(\`statuus.\${status}\`)`)).toEqual([`apps/desk/src/page.tsx: statuus.\${status} is in no catalogue`]);
});

test('an English singular is used with its plural', () => {
  expect(check(['waiting', 'waiting_one'], "t('waiting', { count })")).toEqual([]);
});

test('an app is held to the catalogues it imports, whichever they are', () => {
  const sources = [
    { path: 'apps/desk/src/a.ts', text: `${imports}import ja from '@madoguchi/words/desk-admin/ja.json'; t('admin'); t('desk')` },
    { path: 'apps/portal/src/a.ts', text: "import ja from '@madoguchi/words/portal/ja.json'; t('desk')" },
    { path: 'apps/server/main.ts', text: "const t = setTimeout; t('whatever')" },
  ];
  expect(usageFaults({ catalogues: { desk: ['desk'], 'desk-admin': ['admin'], portal: [] }, sources })).toEqual([
    'apps/portal/src/a.ts: desk is in no catalogue',
  ]);
});
