import type { MailProblem } from '../mail.types.ts';
import { fileNameOf } from '../mime/file-names.ts';
import { type Budget, type Entity, readEntity } from '../mime/tree.ts';
import { contentOf } from './leaf.ts';
import { signedContent } from './opaque-signed.ts';

/** What a mail is made of: texts to read in order, reports for machines, and files. */
export type Parts = {
  texts: { entity: Entity; raw: Buffer }[];
  htmls: { entity: Entity; raw: Buffer }[];
  files: { entity: Entity; raw: Buffer }[];
  calendars: { entity: Entity; raw: Buffer }[];
  reports: { entity: Entity; raw: Buffer }[];
  signed: boolean;
};

const SIGNED = /^application\/(?:x-)?pkcs7-mime$/;

/** Sorts the leaves of a mail. What lies within attached mails stays there. */
export function sortParts(raw: Buffer, root: Entity, budget: Budget): Parts {
  const parts: Parts = { texts: [], htmls: [], files: [], calendars: [], reports: [], signed: false };
  visit(raw, root, parts, budget);
  return parts;
}

function visit(raw: Buffer, entity: Entity, parts: Parts, budget: Budget): void {
  const type = entity.type.value;
  if (type === 'multipart/signed') parts.signed = true;
  if (type === 'multipart/encrypted') budget.problems.add('encrypted');
  if (entity.children.length > 0) {
    for (const child of entity.children) visit(raw, child, parts, budget);
    return;
  }
  if (SIGNED.test(type) && openSigned(raw, entity, parts, budget)) return;
  const leaf = { entity, raw };
  if (
    type === 'message/delivery-status' ||
    type === 'text/rfc822-headers' ||
    type === 'message/rfc822' ||
    type === 'message/feedback-report'
  )
    parts.reports.push(leaf);
  if (type === 'text/calendar') parts.calendars.push(leaf);
  const isFile = entity.disposition.value === 'attachment' || fileNameOf(entity) !== '';
  if (isFile && !isNamedBody(entity, parts)) parts.files.push(leaf);
  else if (type === 'text/html' || type === 'application/xhtml+xml') parts.htmls.push(leaf);
  else if (isBodyText(type)) parts.texts.push(leaf);
  else parts.files.push(leaf);
}

/** text/plain and its relatives are read; calendars and cards are files. A multipart that could not be split is read as text. */
const isBodyText = (type: string): boolean =>
  (type.startsWith('text/') && !/^text\/(?:calendar|x-vcard|vcard|directory|csv|rtf|xml|rfc822-headers)$/.test(type)) ||
  type.startsWith('multipart/');

/** A body that was given a name without being meant as a file: the alternative's text, or the mail's only part. */
function isNamedBody({ type, disposition, parent }: Entity, { texts, htmls }: Parts): boolean {
  if (disposition.value === 'attachment' || !/^text\/(?:plain|html)$/.test(type.value)) return false;
  return (parent === null || parent.type.value === 'multipart/alternative') && (type.value === 'text/html' ? htmls : texts).length === 0;
}

/** S/MIME whose content lies within the signature: read like any other mail. Encrypted content stays a file. */
function openSigned(raw: Buffer, entity: Entity, parts: Parts, budget: Budget): boolean {
  const problems = new Set<MailProblem>();
  const inner = signedContent(contentOf(raw, entity, problems));
  if (!inner) {
    budget.problems.add('encrypted');
    return false;
  }
  parts.signed = true;
  visit(inner, readEntity(inner, { start: 0, end: inner.length }, budget, entity), parts, budget);
  return true;
}
