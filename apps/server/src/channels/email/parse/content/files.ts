import type { MailAttachment, MailProblem } from '../mail.types.ts';
import { cleanFileName, fileNameOf } from '../mime/file-names.ts';
import { header } from '../mime/headers.ts';
import type { Entity } from '../mime/tree.ts';
import { isTnef, readTnef, type TnefContent } from '../tnef/tnef.ts';
import { contentOf } from './leaf.ts';

export type Files = { attachments: MailAttachment[]; wrapped: TnefContent[] };

/** The files of a mail. A winmail.dat gives its own files and texts; one that cannot be read is kept as it came. No archive is opened. */
export function collectFiles(leaves: { entity: Entity; raw: Buffer }[], problems: Set<MailProblem>): Files {
  const files: Files = { attachments: [], wrapped: [] };
  for (const { entity, raw } of leaves) {
    const attachment = toAttachment(raw, entity, problems);
    const wrapped = isTnef(attachment.content) ? readTnef(attachment.content) : null;
    if (wrapped && (wrapped.files.length > 0 || wrapped.text || wrapped.html)) {
      files.wrapped.push(wrapped);
      for (const { name, type, content, contentId } of wrapped.files)
        files.attachments.push({ name: cleanFileName(name), type, size: content.length, content, contentId, inline: false });
    } else files.attachments.push(attachment);
    if (!wrapped && /ms-tnef/.test(entity.type.value)) problems.add('winmail-unreadable');
  }
  return files;
}

function toAttachment(raw: Buffer, entity: Entity, problems: Set<MailProblem>): MailAttachment {
  const content = contentOf(raw, entity, problems);
  const contentId = header(entity.headers, 'content-id').replace(/^<|>$/g, '').trim() || null;
  return { name: fileNameOf(entity), type: entity.type.value, size: content.length, content, contentId, inline: false };
}
