import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addCompany, asAgent } from '../../test/company.ts';
import { web } from '../../test/web.ts';
import { asAdmin, entriesOf, textOf, withEntries, withFile } from './configuration.testkit.ts';
import { addSurroundings, LOGO, setUpEverything } from './everything.testkit.ts';
import { KINDS } from './kinds/all-kinds.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const branch = await addCompany(product, 'branch.example');
const [here, there] = [asAdmin(product, shop), asAdmin(product, branch)];
await setUpEverything(here, shop);
const exported = await here.files();

describe('a workspace in which everything is set up', () => {
  test('has something of every kind in its files, and no id, secret or person', () => {
    for (const kind of KINDS) expect(textOf(exported, kind.name), kind.name).not.toBe('[]\n');
    const all = exported.map(({ text }) => text).join('');
    // Articles have files of their own, in which they keep their ids.
    expect(all.replaceAll(/"@article:art_[0-9a-z]{26}"/g, '')).not.toMatch(/[a-z]{3}_[0-9a-z]{26}/);
    expect(all).not.toMatch(/hidden|@shop\.example|jibun/);
    expect(entriesOf(exported, 'brands')[0].logo).toBe(`data:image/png;base64,${LOGO.toString('base64')}`);
  });

  test('nothing of it changes when its own files come back', async () => {
    expect(await here.preview(exported)).toMatchObject({ changes: [], faults: [], secrets: [] });
  });

  test('another workspace becomes the same, line by line, once it has the inboxes, the organization and the articles', async () => {
    const { chat, form } = await addSurroundings(there);
    await there.well('PATCH', `/api/inboxes/${chat}`, { name: 'お店のチャット' });
    await there.well('PATCH', `/api/inboxes/${form}`, { name: 'お問い合わせフォーム' });
    const before = await there.files();
    const lost = (await there.preview(exported)).faults;
    expect(lost.map(({ code, detail }) => [code, detail.replace(/art_\w+/, 'art_')])).toContainEqual(['reference', '@article:art_']);

    const articles = await product.http.inject({ url: '/api/articles/export', headers: asAgent(shop.cookies.admin) });
    const { id } = await there.upload('/api/article-imports', 'articles.jsonl', 'application/json', articles.rawPayload);
    await there.well('POST', `/api/article-imports/${id}/apply`, { publish: true });

    const { changes, faults, secrets } = await there.preview(exported);
    expect(faults).toEqual([]);
    expect(secrets).toEqual(['single-sign-on', 'models', 'embeddings']);
    expect(await there.files()).toEqual(before);
    expect(await logosOf(branch), 'what was only tried leaves no file behind').toHaveLength(0);
    const done = await there.bring(
      exported,
      changes.map((one) => one.id),
    );
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body.secrets).toEqual(['single-sign-on', 'models', 'embeddings']);
    expect(await logosOf(branch)).toHaveLength(1);
    const after = await there.files();
    for (const file of exported) expect(withSecrets(textOf(after, file.name.slice(0, -5))), file.name).toBe(file.text);
    expect(await there.preview(exported)).toMatchObject({ changes: [], faults: [] });
    expect((await there.bring(exported, [])).body).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  test('a line that is changed is the one change', async () => {
    const changed = textOf(exported, 'macros').replace('"minutes": 60', '"minutes": 90');
    const { changes } = await there.preview(withFile(exported, 'macros', changed));
    expect(changes).toMatchObject([{ id: 'macros/返品を担当へ', change: 'changed', fields: [{ name: 'actions' }] }]);
    expect(changes[0]!.fields[0]!.after).toContain('"minutes": 90');
  });

  test('a line that names what is not there is refused with file and line, wherever it stands, and nothing is changed', async () => {
    const before = await there.files();
    const expected: string[] = [];
    const broken = exported.map(({ name, text }) => {
      const lines = text.split('\n').map((line, at) => {
        if (!/"@[a-z-]+:/.test(line) || line.includes('@team:と書いた')) return line;
        expected.push(`${name}:${at + 1}`);
        return line.replace(/"(@[a-z-]+:)[^"]*"/, `"$1どこにもない${at}"`);
      });
      return { name, text: lines.join('\n') };
    });
    expect(expected.length).toBeGreaterThan(40);
    const { faults } = await there.preview(broken);
    const lost = faults.filter(({ code }) => code === 'reference').map(({ file, line }) => `${file}:${line}`);
    expect(lost.toSorted()).toEqual(expected.toSorted());
    const refused = await there.bring(broken, ['macros/返品を担当へ']);
    expect([refused.status, refused.body.faults[0].file]).toEqual([409, 'macros.json']);
    expect(await there.files()).toEqual(before);
  });

  test('words that mean the same move from one group to another in one import', async () => {
    const groups = [{ words: ['碗', '湯のみ'] }, { words: ['カップ', '湯呑'] }];
    const given = withEntries(await there.files(), 'synonyms', groups);
    const { changes, faults } = await there.preview(given);
    expect([changes.map(({ change }) => change).toSorted(), faults]).toEqual([['added', 'added', 'removed'], []]);
    const done = await there.bring(
      given,
      changes.map((one) => one.id),
    );
    expect(done.body).toMatchObject({ added: 2, removed: 1 });
    expect(entriesOf(await there.files(), 'synonyms')).toHaveLength(2);
  });

  test('what cannot be removed says so, and keeps nothing else from being applied', async () => {
    const without = entriesOf(await there.files(), 'brands').filter(({ key }: { key: string }) => key !== 'chaki');
    const given = withEntries(withEntries(await there.files(), 'brands', without), 'teams', [
      ...entriesOf(exported, 'teams'),
      { name: '夜間' },
    ]);
    const { changes, faults } = await there.preview(given);
    expect(faults).toEqual([]);
    expect(changes).toMatchObject([
      { id: 'brands/chaki', change: 'removed', refused: 'brand.in_use' },
      { id: 'teams/夜間', change: 'added', refused: null },
    ]);
    expect((await there.bring(given, ['brands/chaki'])).body).toMatchObject({ faults: [{ code: 'brand.in_use' }] });
    expect((await there.bring(given, ['teams/夜間'])).status).toBe(200);
  });
});

/** The files that lie in a company's folder. */
const logosOf = ({ workspaceId }: typeof branch) => readdir(join(product.home, 'files', workspaceId)).catch(() => []);

/** What differs of itself: where a secret was, the other workspace has none yet. */
const withSecrets = (text: string) => text.replace(/("has(Key|Secret)": )false/, '$1true');
