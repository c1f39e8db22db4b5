import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../platform/db/viewer.ts';
import { folderFiles } from '../../platform/files/files.ts';
import { notSignedIn } from '../../platform/http/refusal.ts';
import { createArticle, saveArticle } from '../knowledge.commands.ts';
import { knowledgeHouse } from '../knowledge.testkit.ts';
import { setAudience } from '../life/audience.commands.ts';
import { articleFilesRoutes } from './article-files.routes.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const house = await knowledgeHouse();
let app: FastifyInstance;
let workspaceId: string;
let otherWorkspaceId: string;
beforeAll(async () => {
  const files = folderFiles(mkdtempSync(join(tmpdir(), 'article-files-')));
  workspaceId = await house.workspace();
  otherWorkspaceId = await house.workspace();
  const agents: Record<string, string> = { ours: workspaceId, theirs: otherWorkspaceId };
  app = await house.server(systemViewer(workspaceId), (http) =>
    articleFilesRoutes(http, house.platform, files, async ({ headers }) => {
      const id = agents[String(headers['x-agent'])];
      if (!id) throw notSignedIn();
      return house.ctx(id);
    }),
  );
});

async function send(bytes: Buffer, name: string, permits = 'knowledge.write') {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  const headers = { 'x-permits': permits, 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await app.inject({ method: 'POST', url: '/api/article-files', headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}

const anybody = (url: string, agent = '') => app.inject({ url, headers: { 'x-permits': 'public', 'x-agent': agent } });

describe('an image of an article', () => {
  test('is kept and shown to everybody, for good, as what it is', async () => {
    const { status, body } = await send(PNG, '急須の写真 (1).JPG');
    expect(status).toBe(201);
    expect(body).toMatchObject({ type: 'image/png', sizeInBytes: PNG.length });
    expect(body.url).toBe(`/help/files/${body.id}/急須の写真-1.png`);
    const shown = await anybody(encodeURI(body.url));
    expect(shown.rawPayload.equals(PNG)).toBe(true);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['a page with a script that is called photo.png', Buffer.from('<html><script>alert(1)</script>'), 415, 'attachment.type_refused'],
    [
      'a drawing that may hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      415,
      'attachment.type_refused',
    ],
    ['nothing', Buffer.alloc(0), 400, 'attachment.empty'],
    ['more than 10 MB', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 413, 'request.too_large'],
  ])('%s is refused', async (_story, bytes, status, code) => {
    expect(await send(bytes, 'photo.png')).toMatchObject({ status, body: { code } });
  });

  test('is taken only from those who may write, and an address that is none says so', async () => {
    expect((await send(PNG, 'a.png', 'knowledge.read')).status).toBe(403);
    for (const url of ['/help/files/fil_00000000000000000000000000/a.png', '/help/files/..%2f..%2fetc/passwd'])
      expect((await anybody(url)).statusCode).toBe(404);
  });

  test('of an internal article is shown to the agents of its workspace only, until a public one shows it too', async () => {
    const ctx = house.ctx(workspaceId);
    const { body: file } = await send(PNG, 'rack.png');
    const url = encodeURI(file.url);
    const statusFor = async (agent = '') => (await anybody(url, agent)).statusCode;
    expect(await statusFor(), 'shown nowhere yet').toBe(200);

    const answer = `棚の写真 ![棚](${file.url})`;
    const about = { question: '在庫の場所', category: '', examples: [], locale: 'ja' as const };
    const article = await createArticle(ctx, { ...about, answer });
    await setAudience(ctx, article.id, 'internal');
    expect([await statusFor(), await statusFor('ours'), await statusFor('theirs')]).toEqual([404, 200, 404]);
    expect((await anybody(url, 'ours')).headers['cache-control']).toBe('private, no-cache');

    const open = await createArticle(ctx, { ...about, question: '棚とは', answer });
    expect(await statusFor(), 'a public article shows it too').toBe(200);
    await saveArticle(ctx, open.id, { ...about, question: '棚とは', answer: '写真はありません。', version: 1 });
    expect(await statusFor(), 'and no longer').toBe(404);
    await setAudience(ctx, article.id, 'public');
    expect(await statusFor()).toBe(200);
  });
});
