import { fileTypeFromBuffer } from 'file-type';
import type { Ctx } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import { refusal, tooLarge, typeRefused, unavailable } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { removeBrand, setLogo } from './brands.commands.ts';
import { refuseLogo } from './brands.rules.ts';
import { imageSize } from './image-size.rules.ts';

const empty = refusal('attachment.empty', 400);
const diskFull = refusal('attachment.disk_full', 507);

/**
 * Keeps an image as a brand's logo, in place of the one it had. The bytes are durable before the row names them.
 * @throws notFound · attachment.empty · request.too_large · attachment.type_refused · attachment.disk_full · unavailable
 */
export async function keepLogo(ctx: Ctx, files: Files, brandId: string, bytes: Buffer): Promise<void> {
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  const refused = refuseLogo(bytes.length, type);
  if (refused === 'empty') throw empty();
  if (refused === 'too_large') throw tooLarge();
  const size = type ? imageSize(bytes, type) : null;
  if (refused || !type || !size) throw typeRefused();
  const key = newId('fil');
  const { workspaceId } = ctx.viewer;
  await files.put(`${workspaceId}/${key}`, bytes).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? diskFull() : unavailable();
  });
  try {
    await forgetFile(ctx, files, await setLogo(ctx, brandId, { id: key, type, ...size }));
  } catch (error) {
    await files.remove(`${workspaceId}/${key}`);
    throw error;
  }
}

/** Takes a brand's logo away. @throws notFound */
export const dropLogo = async (ctx: Ctx, files: Files, brandId: string): Promise<void> =>
  forgetFile(ctx, files, await setLogo(ctx, brandId, null));

/** Removes a brand and its logo. @throws notFound · brandIsDefault · brandInUse */
export const removeBrandWithLogo = async (ctx: Ctx, files: Files, brandId: string): Promise<void> =>
  forgetFile(ctx, files, await removeBrand(ctx, brandId));

const forgetFile = async (ctx: Ctx, files: Files, id: string | null): Promise<void> => {
  if (id !== null) await files.remove(`${ctx.viewer.workspaceId}/${id}`);
};
