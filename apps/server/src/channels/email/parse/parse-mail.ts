import { readBounce } from './bounce/bounce.ts';
import { decodeHeaderText } from './charset/encoded-words.ts';
import { readContent } from './content/content.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import type { MailAddress, MailProblem, ParsedMail } from './mail.types.ts';
import { readAddresses } from './mime/addresses.ts';
import { type Headers, header, headersNamed } from './mime/headers.ts';
import { readDate, readMessageIds } from './mime/identity.ts';
import { type Entity, newBudget, readEntity } from './mime/tree.ts';
import { isAutoReply } from './recognize/auto-reply.rules.ts';
import { isMailingList } from './recognize/mailing-list.rules.ts';
import { wantsNoAnswer } from './recognize/no-answer.rules.ts';

/** The header that every mail of ours carries, in lower case. */
export const LOOP_MARK_HEADER = 'x-madoguchi-loop';

/**
 * Reads a mail (RFC 5322 and MIME, and what is really sent). Never throws and never takes long: what cannot be read is named in `problems`,
 * what can be read is there. Nothing is fetched, executed or unpacked.
 */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  try {
    return read(raw);
  } catch {
    return { ...read(Buffer.alloc(0)), text: readableStart(raw), visibleReply: readableStart(raw), problems: ['parser-failed'] };
  }
}

function read(original: Buffer): ParsedMail {
  const budget = newBudget();
  const raw = prepare(original, budget.problems);
  const root = readEntity(raw, { start: 0, end: raw.length }, budget);
  const content = readContent(raw, root, budget);
  const { headers } = root;
  const charset = firstCharset(root);
  const subject = decodeHeaderText(header(headers, 'subject'), charset).replace(/\s+/g, ' ').trim();
  const rawDate = header(headers, 'date');
  const date = readDate(rawDate);
  if (rawDate && !date) budget.problems.add('date-unreadable');
  const from = senderOf(headers, charset);
  const bounce = readBounce({ headers, subject, from, text: content.body.text, reports: content.reports });
  return {
    messageId: readMessageIds(header(headers, 'message-id'))[0] ?? null,
    inReplyTo: readMessageIds(header(headers, 'in-reply-to'))[0] ?? null,
    references: readMessageIds(headersNamed(headers, 'references').join(' ')),
    subject,
    from,
    replyTo: addresses(headers, 'reply-to', charset),
    to: addresses(headers, 'to', charset),
    cc: addresses(headers, 'cc', charset),
    bcc: addresses(headers, 'bcc', charset),
    date,
    ...content.body,
    attachments: content.attachments,
    invitation: content.invitation,
    autoReply: bounce === null && isAutoReply(headers, subject, content.body.visibleReply),
    bounce,
    mailingList: isMailingList(headers),
    wantsNoAnswer: wantsNoAnswer(headers, from?.address ?? ''),
    signed: content.signed,
    authenticationResults: headersNamed(headers, 'authentication-results'),
    ownLoopMark: header(headers, LOOP_MARK_HEADER) || null,
    problems: [...budget.problems],
  };
}

const addresses = (headers: Headers, name: string, charset: string | null): MailAddress[] =>
  headersNamed(headers, name).flatMap((value) => readAddresses(value, charset));

/** The charset that the mail's first labelled part names. */
function firstCharset({ type, children }: Entity): string | null {
  return type.parameters.get('charset') ?? children.map(firstCharset).find((charset) => charset !== null) ?? null;
}

/** The first author. A mail that names none was sent by its Sender. */
const senderOf = (headers: Headers, charset: string | null): MailAddress | null =>
  addresses(headers, 'from', charset)[0] ?? addresses(headers, 'sender', charset)[0] ?? null;

/** Without blank lines and the mbox line above the header, with line feeds where only carriage returns were, and not without end. */
function prepare(original: Buffer, problems: Set<MailProblem>): Buffer {
  if (original.length > MAX_MAIL_BYTES) problems.add('mail-too-large');
  let raw = original.subarray(0, MAX_MAIL_BYTES);
  if (raw.indexOf(10) < 0 && raw.indexOf(13) >= 0) raw = Buffer.from(raw.map((byte) => (byte === 13 ? 10 : byte)));
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) raw = raw.subarray(3);
  const lead = /^(?:[ \t]*\r?\n)*/.exec(raw.toString('latin1', 0, 4096))?.[0].length ?? 0;
  raw = raw.subarray(lead);
  if (raw.length === 0) problems.add('empty');
  return raw;
}

const readableStart = (raw: Buffer): string => raw.toString('utf8', 0, 4096).replace(/\0/g, '');
