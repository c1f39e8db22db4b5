import { type Body, parseHtmlBody, parsePlainBody } from '../bodies.ts';
import { shownContentIds } from '../html/sanitize.ts';
import type { MailAttachment, MailBody, MailInvitation } from '../mail.types.ts';
import type { Budget, Entity } from '../mime/tree.ts';
import { collectFiles } from './files.ts';
import { invitationLine, readInvitation } from './invitation.ts';
import { contentOf, textOf } from './leaf.ts';
import { sortParts } from './parts.ts';
import { openClearSigned, takeUuencoded } from './text-extras.ts';

/** What a mail says: its body, its files, and the parts that machines wrote for machines. */
export type Content = {
  body: MailBody;
  attachments: MailAttachment[];
  invitation: MailInvitation | null;
  reports: { type: string; text: string }[];
  signed: boolean;
};

const REPORT_BYTES = 100_000;

/** Everything that a mail's body holds. Plain text is preferred for reading, HTML for showing. */
export function readContent(raw: Buffer, root: Entity, budget: Budget): Content {
  const { problems } = budget;
  const parts = sortParts(raw, root, budget);
  const files = collectFiles(parts.files, problems);
  const calendar = parts.calendars[0];
  const invitation = calendar ? readInvitation(textOf(calendar.raw, calendar.entity, problems)) : null;

  const plain = takeUuencoded(
    [...parts.texts.map((leaf) => textOf(leaf.raw, leaf.entity, problems)), ...files.wrapped.map(({ text }) => text)]
      .filter((text) => text.trim())
      .join('\n'),
  );
  for (const { name, content } of plain.files)
    files.attachments.push({ name, type: 'application/octet-stream', size: content.length, content, contentId: null, inline: false });
  const opened = openClearSigned(plain.text);
  const html = [...parts.htmls.map((leaf) => textOf(leaf.raw, leaf.entity, problems)), ...files.wrapped.map((wrapped) => wrapped.html)]
    .filter((text) => text.trim())
    .join('\n');
  const body = joinBodies(opened.text, html);
  for (const problem of body.problems) problems.add(problem);
  const { problems: _, ...readable } = body;
  return {
    body: invitation ? withLine(readable, invitationLine(invitation)) : readable,
    attachments: markInline(files.attachments, readable.html),
    invitation,
    reports: parts.reports.map((leaf) => ({
      type: leaf.entity.type.value,
      text: contentOf(leaf.raw, leaf.entity, problems).toString('latin1', 0, REPORT_BYTES),
    })),
    signed: parts.signed || opened.signed,
  };
}

function joinBodies(plain: string, html: string): Body {
  if (html === '') return parsePlainBody(plain);
  const shown = parseHtmlBody(html);
  if (plain.trim() === '') return shown;
  const read = parsePlainBody(plain);
  return { ...read, html: shown.html, problems: [...read.problems, ...shown.problems] };
}

const withLine = (body: MailBody, line: string): MailBody => ({
  ...body,
  text: [line, body.text].filter(Boolean).join('\n\n'),
  visibleReply: [line, body.visibleReply].filter(Boolean).join('\n\n'),
});

function markInline(attachments: MailAttachment[], html: string | null): MailAttachment[] {
  const shown = shownContentIds(html);
  return attachments.map((file) => ({ ...file, inline: file.contentId !== null && shown.has(file.contentId) }));
}
