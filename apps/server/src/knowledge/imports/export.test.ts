import { previewArticleImport } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';
import { createArticle, setArticleStatus } from '../knowledge.commands.ts';
import { knowledgeHouse } from '../knowledge.testkit.ts';
import { setAudience } from '../life/audience.commands.ts';
import { setArticleBrands } from '../life/brands.commands.ts';
import { applyImport, previewImport } from './import.commands.ts';
import { importRoutes } from './import.routes.ts';

const house = await knowledgeHouse();
let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
let app: FastifyInstance;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
  app = await house.server(systemViewer(workspaceId), importRoutes);
});
const exported = async (format: string) => {
  const answer = await app.inject({ url: `/api/articles/export?format=${format}`, headers: { 'x-permits': 'knowledge.write' } });
  expect(answer.statusCode).toBe(200);
  return { bytes: answer.rawPayload, headers: answer.headers };
};
const stored = async (of = workspaceId) =>
  (
    await house.admin.query(
      'select question, answer, category, examples, locale, status, audience, version from articles where workspace_id = $1 order by question',
      [of],
    )
  ).rows;

async function write() {
  for (const { slug, ...article } of faqJa.slice(0, 12))
    await createArticle(ctx, { ...article, examples: [...article.examples], locale: 'ja' }, { status: 'published', slug });
  const odd = { category: '', examples: [], locale: 'ja' as const };
  await createArticle(ctx, { ...odd, question: '=1+1', answer: '- 一つ\n- "二つ", 三つ\n\n| a | b |\n| --- | --- |' });
  const gone = await createArticle(ctx, { ...odd, question: '昔の話', answer: '---\n終わり' });
  await setArticleStatus(ctx, gone.id, 'archived');
  const own = await createArticle(ctx, { ...odd, question: '返金の上限', answer: '5,000円です。' }, { status: 'published' });
  await setAudience(ctx, own.id, 'internal');
}

test.each([
  ['jsonl', 'jsonl'],
  ['csv', 'csv'],
  ['markdown', 'md'],
])('as %s, an article for one brand stays with the brand of that name, and waits where there is none', async (format, extension) => {
  const brandOf = async (of: string, id: string) => {
    await house.admin.query(`insert into brands (workspace_id, id, name, key, color) values ($1, $2, 'モノ', 'mono', '#0b7285')`, [of, id]);
    return id;
  };
  const [from, to] = [await brandOf(workspaceId, newId('brd')), await house.workspace()];
  const content = { question: 'モノの保証', answer: '一年です。', category: '', examples: [], locale: 'ja' as const };
  const { id } = await createArticle(ctx, content, { status: 'published' });
  await setArticleBrands(ctx, id, [from]);
  const { bytes } = await exported(format);
  const take = async (of: string) => {
    const preview = await previewImport(house.ctx(of), [{ name: `all.${extension}`, bytes }]);
    await applyImport(house.ctx(of), preview.id, { publish: true });
    return (await house.admin.query('select status, brand_ids from articles where workspace_id = $1', [of])).rows;
  };
  const target = await brandOf(to, newId('brd'));
  expect(await take(to)).toEqual([{ status: 'published', brand_ids: [target] }]);
  expect(await take(await house.workspace())).toEqual([{ status: 'draft', brand_ids: null }]);
});

describe.each([
  ['jsonl', 'jsonl'],
  ['csv', 'csv'],
  ['markdown', 'md'],
])('everything as %s', (format, extension) => {
  test('imported again changes nothing', async () => {
    await write();
    const before = await stored();
    const { bytes, headers } = await exported(format);
    expect(headers['content-disposition']).toMatch(new RegExp(`articles-\\d{4}-\\d\\d-\\d\\d\\.${extension}`));
    const preview = await previewImport(ctx, [{ name: `all.${extension}`, bytes }]);
    expect(preview).toMatchObject({ added: 0, changed: 0, unchanged: 15, refused: [] });
    expect(await applyImport(ctx, preview.id, { publish: true })).toEqual({ added: 0, changed: 0 });
    expect(await stored()).toEqual(before);
  });

  test('imported elsewhere is the same knowledge: what was internal stays so, and no draft comes out', async () => {
    await write();
    const other = await house.workspace();
    const { bytes } = await exported(format);
    const preview = await previewImport(house.ctx(other), [{ name: `all.${extension}`, bytes }]);
    await applyImport(house.ctx(other), preview.id, { publish: true });
    const same = (await stored()).map((row) => (row.status === 'archived' ? { ...row, status: 'draft' } : row));
    expect(await stored(other)).toEqual(same);
  });
});

test('several files at once: each refusal names its file, and the others are taken', async () => {
  const form = new FormData();
  const add = (name: string, text: string) => form.append('file', new Blob([text]), name);
  add('fee.md', '# 送料は\n\n660円です。');
  add('return.html', '<h1>返品は</h1><p>14日以内です。</p>');
  add('again.md', '# 送料は\n\n770円です。');
  add('picture.png', 'x');
  add('faq.csv', '質問,回答\n領収書は,マイページから\n答えなし,\n');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const answer = await app.inject({
    method: 'POST',
    url: previewArticleImport.path,
    headers: { 'content-type': request.headers.get('content-type')!, 'x-permits': 'import.run' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ added: 3, changed: 0 });
  expect(answer.json().sample.map(({ file }: { file: string }) => file)).toEqual(['fee.md', 'return.html', 'faq.csv']);
  expect(answer.json().refused.map(({ file, line, reason }: Record<string, unknown>) => `${file} ${line} ${reason}`)).toEqual([
    'again.md 1 question.repeated',
    'picture.png 0 file.type_unknown',
    'faq.csv 3 answer.missing',
  ]);
});

test('who may not write articles does not get them all', async () => {
  const answer = await app.inject({ url: '/api/articles/export', headers: { 'x-permits': 'knowledge.read' } });
  expect(answer.statusCode).toBe(403);
});
