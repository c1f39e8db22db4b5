// Pure: what is said of a mail that is too large to be read in whole.
import type { MessageStructureObject } from 'imapflow';
import { cleanFileName } from '../../../platform/files/file-name.rules.ts';
import { wordsFor } from '../../../platform/words.ts';
import { decodeHeaderText } from '../parse/charset/encoded-words.ts';
import { sizeWords } from '../size-words.rules.ts';

/** Bytes of the whole mail, and the files it carries: they stay in the mailbox. */
export type LeftOut = { size: number; files: { name: string; size: number }[] };

const MOST_FILES = 30;

/** The files of a mail by its structure (RFC 9051, 7.5.2), which a server tells without giving the mail itself. */
export function leftOutOf(size: number, structure: MessageStructureObject | undefined): LeftOut {
  const files: LeftOut['files'] = [];
  const walk = (part: MessageStructureObject) => {
    const name = part.dispositionParameters?.filename ?? part.parameters?.name;
    if (name !== undefined && files.length < MOST_FILES)
      files.push({ name: cleanFileName(decodeHeaderText(name, null)), size: decodedSize(part) });
    part.childNodes?.forEach(walk);
  };
  if (structure) walk(structure);
  return { size, files };
}

/** Four characters of base64 are three bytes, and each line of 76 ends in two more. */
const decodedSize = ({ size = 0, encoding = '' }: MessageStructureObject): number =>
  encoding.toLowerCase() === 'base64' ? Math.floor((size * (76 / 78) * 3) / 4) : size;

/** What a payload was noted with; null for a whole mail. */
export function leftOutIn(headers: Readonly<Record<string, string>>): LeftOut | null {
  return headers['left-out'] ? (JSON.parse(headers['left-out']) as LeftOut) : null;
}

/** What the desk shows below the part of such a mail that was taken in. */
export function leftOutWords({ size, files }: LeftOut, locale: 'ja' | 'en'): string {
  const t = wordsFor(locale);
  const named = files.map((file) => `${file.name} (${sizeWords(file.size)})`).join(locale === 'ja' ? '、' : ', ');
  return [t('channel.mail_too_large', { size: sizeWords(size) }), named && t('channel.mail_left_files', { files: named })]
    .filter(Boolean)
    .join('\n');
}
