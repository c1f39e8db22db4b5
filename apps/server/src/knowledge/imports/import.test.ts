import { applyArticleImport, previewArticleImport } from '@madoguchi/contract/knowledge.ts';
import Encoding from 'encoding-japanese';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { createArticle, saveArticle, setArticleStatus } from '../knowledge.commands.ts';
import { ask, knowledgeHouse } from '../knowledge.testkit.ts';
import { applyImport, previewImport } from './import.commands.ts';
import { importRoutes } from './import.routes.ts';

const house = await knowledgeHouse();
let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
});

const jsonl = (rows: object[]) => Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
const preview = (rows: object[]) => previewImport(ctx, [{ name: 'faq.jsonl', bytes: jsonl(rows) }]);
const stored = async () =>
  (await house.admin.query('select * from articles where workspace_id = $1 order by id', [workspaceId])).rows as {
    id: string;
    question: string;
    answer: string;
    category: string;
    status: string;
    version: number;
    external_id: string | null;
    locale: string;
  }[];
const facts = async () => (await house.factsOf(workspaceId)).map(({ name }) => name);
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `n${n}`, question: `質問 ${n}`, answer: `回答 ${n}` }));

describe('importing questions and answers', () => {
  test('shows what will change, then does exactly that, with one fact for each article', async () => {
    const kept = await createArticle(ctx, {
      question: '返品はできますか',
      answer: '7日以内なら',
      category: '返品',
      examples: ['返したい'],
      locale: 'ja',
    });
    const same = await createArticle(
      ctx,
      { question: '退会', answer: 'マイページから', category: '', examples: [], locale: 'ja' },
      { status: 'published' },
    );
    const before = (await facts()).length;
    const rows = [
      { question: '送料は', answer: '660円', category: '配送', examples: ['いくら'] },
      { question: '返品はできますか', answer: '14日以内なら' },
      { question: '退会', answer: 'マイページから' },
      { question: 'Do you ship abroad?', answer: 'Not yet.' },
      { question: '答えなし' },
    ];
    const seen = await preview(rows);
    expect(seen).toMatchObject({ added: 2, changed: 1, unchanged: 1, encoding: 'UTF-8', refused: [{ line: 5, reason: 'answer.missing' }] });
    expect(seen.sample.map(({ line, change }) => [line, change])).toEqual([
      [1, 'added'],
      [2, 'changed'],
      [3, 'unchanged'],
      [4, 'added'],
    ]);
    expect(seen.sample[1]?.category, 'what the file does not speak of stays').toBe('返品');
    expect(await stored(), 'nothing is written yet').toHaveLength(2);

    expect(await applyImport(ctx, seen.id, { publish: true })).toEqual({ added: 2, changed: 1 });
    const articles = await stored();
    expect(articles.find(({ id }) => id === kept.id)).toMatchObject({
      answer: '14日以内なら',
      category: '返品',
      version: 2,
      status: 'published',
    });
    expect(articles.find(({ id }) => id === same.id)).toMatchObject({ version: 1 });
    expect(articles.find(({ question }) => question === '送料は')).toMatchObject({ status: 'published', locale: 'ja' });
    expect(articles.find(({ question }) => question.startsWith('Do'))).toMatchObject({ locale: 'en' });
    expect((await facts()).slice(before)).toEqual(['article.created', 'article.created', 'article.updated', 'article_import.applied']);
  });

  test('a second time changes nothing: neither the same import, nor the same file again', async () => {
    const first = await preview(numbered(450));
    expect(await applyImport(ctx, first.id, { publish: true })).toEqual({ added: 450, changed: 0 });
    const [articles, told] = [await stored(), await facts()];
    await saveArticle(ctx, articles[0]!.id, { question: '直した', answer: '手で', category: '', examples: [], locale: 'ja', version: 1 });
    expect(await applyImport(ctx, first.id, { publish: true }), 'says what the first did').toEqual({ added: 450, changed: 0 });
    expect((await stored())[0], 'does not undo what was edited since').toMatchObject({ question: '直した' });
    expect(await facts()).toEqual([...told, 'article.updated']);

    const second = await preview(numbered(450));
    expect(second).toMatchObject({ added: 0, changed: 1, unchanged: 449 });
    expect(await applyImport(ctx, second.id, { publish: true })).toEqual({ added: 0, changed: 1 });
    expect(await stored()).toHaveLength(450);
  });

  test('interrupted in the middle, it is taken up where it stopped', async () => {
    const { id } = await preview(numbered(900));
    let commits = 0;
    const dying = {
      ...ctx,
      transaction: ((work) => (++commits > 4 ? Promise.reject(new Error('killed')) : ctx.transaction(work))) as typeof ctx.transaction,
    };
    await expect(applyImport(dying, id, { publish: true })).rejects.toThrow('killed');
    expect(await stored()).toHaveLength(600);
    expect(await facts()).not.toContain('article_import.applied');
    expect(await applyImport(ctx, id, { publish: true })).toEqual({ added: 900, changed: 0 });
    expect(await stored()).toHaveLength(900);
    expect((await facts()).filter((name) => name === 'article.created')).toHaveLength(900);
    expect((await facts()).filter((name) => name === 'article_import.applied')).toHaveLength(1);
  });

  test('two who apply it at once do it once', async () => {
    const { id } = await preview(numbered(450));
    const outcomes = await Promise.all([1, 2, 3].map(() => applyImport(ctx, id, { publish: true })));
    expect(outcomes).toEqual(Array(3).fill({ added: 450, changed: 0 }));
    expect(await stored()).toHaveLength(450);
    expect((await facts()).filter((name) => name === 'article.created')).toHaveLength(450);
  });

  test('two files with the same questions at once do not make them twice', async () => {
    const rows = numbered(450).map(({ question, answer }) => ({ question, answer }));
    const [one, other] = [await preview(rows), await preview(rows)];
    await Promise.all([applyImport(ctx, one.id, { publish: true }), applyImport(ctx, other.id, { publish: true })]);
    expect(await stored()).toHaveLength(450);
  });

  test('an article that has the question but no id of its own takes the id of the file', async () => {
    const article = await createArticle(ctx, { question: '送料は', answer: '660円', category: '', examples: [], locale: 'ja' });
    const first = await preview([{ id: 'fee', question: '送料は', answer: '660円' }]);
    expect(first).toMatchObject({ unchanged: 1 });
    await applyImport(ctx, first.id, { publish: false });
    const renamed = await preview([{ id: 'fee', question: '送料はいくらですか', answer: '660円' }]);
    expect(renamed).toMatchObject({ added: 0, changed: 1 });
    await applyImport(ctx, renamed.id, { publish: false });
    expect(await stored()).toMatchObject([{ id: article.id, question: '送料はいくらですか', external_id: 'fee', status: 'draft' }]);
  });

  test('one question with several ids is several articles', async () => {
    const rows = [1, 2, 3].map((n) => ({ id: n, question: '新幹線', answer: `段落${n}` }));
    await applyImport(ctx, (await preview(rows)).id, { publish: true });
    expect(await stored()).toHaveLength(3);
    expect(await preview(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  test('publishes drafts, leaves the archive alone, and without publishing leaves all as they are', async () => {
    const content = { answer: '答え', category: '', examples: [], locale: 'ja' as const };
    const draft = await createArticle(ctx, { ...content, question: '下書き' });
    const archived = await createArticle(ctx, { ...content, question: '古い' });
    await setArticleStatus(ctx, archived.id, 'archived');
    const rows = [
      { question: '下書き', answer: '答え' },
      { question: '古い', answer: '新しい答え' },
    ];
    const statuses = async () => (await stored()).map(({ status }) => status);
    await applyImport(ctx, (await preview(rows)).id, { publish: false });
    expect(await statuses()).toEqual(['draft', 'archived']);
    await applyImport(ctx, (await preview(rows)).id, { publish: true });
    expect(await statuses()).toEqual(['published', 'archived']);
    expect((await house.factsOf(workspaceId)).filter(({ name }) => name === 'article.published')).toMatchObject([
      { data: { articleId: draft.id } },
    ]);
  });

  test('another workspace cannot apply it', async () => {
    const { id } = await preview(numbered(1));
    await expect(applyImport(house.ctx(await house.workspace()), id, { publish: true })).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored()).toEqual([]);
  });
});

describe('uploading a file', () => {
  let app: FastifyInstance;
  beforeEach(async () => {
    app = await house.server(systemViewer(workspaceId), importRoutes);
  });
  async function upload(name: string, bytes: Buffer, permits = 'import.run') {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const response = await app.inject({
      method: 'POST',
      url: previewArticleImport.path,
      headers: { 'content-type': request.headers.get('content-type')!, 'x-permits': permits },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json() };
  }

  test('as Excel in Japan saves it, with a broken line in the middle', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = [
      '質問,回答,カテゴリ',
      ...faqJa.map(({ question, answer, category }) => [question, answer, category].map(cell).join(',')),
    ];
    lines.splice(10, 0, '壊れた,"閉じていない引用');
    const { status, body } = await upload(
      'よくある質問.csv',
      Buffer.from(Encoding.convert(Encoding.stringToCode(lines.join('\r\n')), { from: 'UNICODE', to: 'SJIS' })),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ fileName: 'よくある質問.csv', encoding: 'Shift_JIS', added: faqJa.length, changed: 0, unchanged: 0 });
    expect(body.refused).toMatchObject([{ reason: 'row.broken', text: '壊れた,"閉じていない引用' }]);
    const applied = await ask(app, applyArticleImport, { params: { id: body.id }, body: {} });
    expect(applied).toEqual({ status: 200, body: { added: faqJa.length, changed: 0 } });
    expect((await stored()).map(({ question }) => question).sort()).toEqual(faqJa.map(({ question }) => question).sort());
  });

  test.each([
    [422, 'file.empty', 'faq.csv', Buffer.from('')],
    [415, 'file.type_unknown', 'faq.xlsx', Buffer.from('PK')],
    [413, 'file.too_large', 'faq.csv', Buffer.alloc(20 * 1024 * 1024 + 1, 'a')],
  ])('%i %s', async (status, code, name, bytes) => {
    expect(await upload(name, bytes)).toMatchObject({ status, body: { code } });
  });

  test('of nearly 20 MB is taken', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => ({ question: `質問 ${n}`, answer: 'あ'.repeat(16_000) }));
    const { status, body } = await upload('faq.jsonl', jsonl(rows));
    expect([status, body.added]).toEqual([201, 400]);
  });

  test('without a file, or without the right to import, is refused', async () => {
    expect(await upload('faq.csv', Buffer.from('a,b'), 'knowledge.write')).toMatchObject({ status: 403 });
    const headers = { 'x-permits': 'import.run', 'content-type': 'multipart/form-data; boundary=x' };
    const response = await app.inject({ method: 'POST', url: previewArticleImport.path, headers, payload: '--x--\r\n' });
    expect(response.json()).toMatchObject({ status: 400, code: 'file.missing' });
  });
});
