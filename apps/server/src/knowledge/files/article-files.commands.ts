import type { ArticleFile } from '@madoguchi/contract/knowledge.ts';
import { fileTypeFromBuffer } from 'file-type';
import type { Ctx } from '../../platform/ctx.ts';
import { cleanFileName } from '../../platform/files/file-name.rules.ts';
import type { Files } from '../../platform/files/files.ts';
import { refusal, tooLarge, typeRefused, unavailable } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { articleFilePath, refuseArticleFile } from './article-files.rules.ts';

const empty = refusal('attachment.empty', 400);
const diskFull = refusal('attachment.disk_full', 507);

/**
 * Keeps an image for articles. The bytes are durable before the row exists.
 * Not idempotent: an upload repeated is a second file, which no article shows.
 * @throws attachment.empty · request.too_large · attachment.type_refused · attachment.disk_full · unavailable
 */
export async function keepArticleFile(ctx: Ctx, files: Files, upload: { name: string; bytes: Buffer }): Promise<ArticleFile> {
  const type = (await fileTypeFromBuffer(upload.bytes))?.mime;
  const refused = refuseArticleFile(upload.bytes.length, type);
  if (refused === 'empty') throw empty();
  if (refused === 'too_large') throw tooLarge();
  if (refused || !type) throw typeRefused();
  const id = newId('fil');
  const { workspaceId } = ctx.viewer;
  await files.put(`${workspaceId}/${id}`, upload.bytes).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? diskFull() : unavailable();
  });
  const file = { id, name: cleanFileName(upload.name), type };
  await ctx.transaction((tx) =>
    tx
      .insertInto('article_files')
      .values({ workspace_id: workspaceId, ...file, size_in_bytes: upload.bytes.length, uploaded_by: ctx.actor.name })
      .execute(),
  );
  return { ...file, sizeInBytes: upload.bytes.length, url: articleFilePath(file) };
}
