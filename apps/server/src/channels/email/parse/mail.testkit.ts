import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ParsedMail } from './mail.types.ts';
import { parseMail } from './parse-mail.ts';

const FOLDER = new URL('../../../../../../fixtures/mail/', import.meta.url);

/** A raw mail of the fixtures, by file name. */
export const rawMail = (name: string): Buffer => readFileSync(fileURLToPath(new URL(name, FOLDER)));

/** A mail of the fixtures, parsed. */
export const fixtureMail = (name: string): Promise<ParsedMail> => parseMail(rawMail(`${name}.eml`));

/** A mail of these header lines and this body, parsed. */
export const mailOf = (headers: string[], body = ''): Promise<ParsedMail> => parseMail(Buffer.from([...headers, '', body].join('\r\n')));

/** Japanese replies as mailers send them, and what of them was written. */
export const japaneseReplies = (): { id: string; mailer: string; text: string; visible: string }[] =>
  rawMail('replies.jsonl')
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
