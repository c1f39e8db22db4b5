import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHtmlBody, parsePlainBody } from '../../apps/server/src/channels/email/parse/bodies.ts';
import { parseMail } from '../../apps/server/src/channels/email/parse/parse-mail.ts';
import { InputError, messageOf } from './question-sets.ts';

/** One file of a set of mails. What its parsing should give is not read. */
export type MailCase = { id: string; kind: string; file: string };

/** One line of a run: what the parser made of a file, or why it failed. */
export type MailRunLine = {
  id: string;
  subject: string;
  from: { name: string; address: string } | null;
  to: { name: string; address: string }[];
  text: string;
  visibleReply: string;
  attachments: { name: string; type: string; size: number }[];
  bounce: boolean;
  hardBounce: boolean;
  autoReply: boolean;
  error?: string;
};

const NOTHING = {
  subject: '',
  from: null,
  to: [],
  text: '',
  visibleReply: '',
  attachments: [],
  bounce: false,
  hardBounce: false,
  autoReply: false,
};

/** Reads id, kind and file of a directory's expected.jsonl. Throws an InputError that names the line. */
export function readMailCases(directory: string): MailCase[] {
  let lines: string[];
  try {
    lines = readFileSync(join(directory, 'expected.jsonl'), 'utf8').split('\n');
  } catch (error) {
    throw new InputError(`cannot read ${directory}: ${messageOf(error)}`);
  }
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [toCase(line, `${directory}/expected.jsonl:${index + 1}`)]));
}

function toCase(line: string, place: string): MailCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: not JSON`);
  }
  if (typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'file' in value)
    return { id: String(value.id), kind: String(value.kind), file: String(value.file) };
  throw new InputError(`${place}: id, kind and file are needed`);
}

/** Parses one file as the channel would: .txt is a body of plain text, .html one of HTML, everything else a mail. */
export async function parseCase(directory: string, { id, file }: MailCase): Promise<MailRunLine> {
  try {
    const raw = readFileSync(join(directory, file));
    if (file.endsWith('.txt')) return { id, ...NOTHING, ...shown(parsePlainBody(raw.toString('utf8'))) };
    if (file.endsWith('.html')) return { id, ...NOTHING, ...shown(parseHtmlBody(raw.toString('utf8'))) };
    const { subject, from, to, bounce, autoReply, attachments, ...body } = await parseMail(raw);
    const files = attachments.map(({ name, type, size }) => ({ name, type, size }));
    return {
      id,
      subject,
      from,
      to,
      ...shown(body),
      attachments: files,
      bounce: bounce !== null,
      hardBounce: bounce?.hard ?? false,
      autoReply,
    };
  } catch (error) {
    return { id, ...NOTHING, error: messageOf(error) };
  }
}

const shown = ({ text, visibleReply }: { text: string; visibleReply: string }): { text: string; visibleReply: string } => ({
  text,
  visibleReply,
});
