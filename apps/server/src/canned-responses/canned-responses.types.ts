import type { Attachment } from '@madoguchi/contract/common.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

/** How files hang on a text: conversations keep files, and hand this in. */
export type CannedFiles = {
  /** Makes uploads part of a text, for good; those that are already stay. @throws attachmentGone for somebody else's */
  keep: (ctx: Ctx, tx: Tx, cannedId: string, ids: readonly string[]) => Promise<void>;
  /** As screens show them, by id. */
  show: (tx: Tx, workspaceId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Attachment>>;
};
