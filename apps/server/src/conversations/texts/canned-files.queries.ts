import type { CannedFiles } from '../../canned-responses/canned-responses.types.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { keepForOwner } from '../attachments/attachments.commands.ts';
import { attachmentsById, presentAttachment } from '../attachments/attachments.queries.ts';

/** Files of canned responses, kept where those of messages are. */
export const cannedFiles = (links: FileLinks): CannedFiles => ({
  keep: (ctx, tx, cannedId, ids) => keepForOwner(ctx, tx, { kind: 'canned', id: cannedId }, ids),
  show: async (tx, workspaceId, ids) =>
    new Map((await attachmentsById(tx, workspaceId, ids)).map((row) => [row.id, presentAttachment(row, links)])),
});
