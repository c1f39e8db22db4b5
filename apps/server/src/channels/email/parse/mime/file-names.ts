import { MAX_FILE_NAME } from '../limits.ts';
import { header } from './headers.ts';
import type { Entity } from './tree.ts';

/** A part's file name as the sender gave it, or ''. Only a name: never to be used as a path. */
export function fileNameOf(entity: Entity): string {
  const name = entity.disposition.parameters.get('filename') ?? entity.type.parameters.get('name') ?? '';
  return cleanFileName(name || lastSegment(entity));
}

/** Without what no name may hold: control characters, marks that turn the reading direction, endless length. The extension stays. */
export function cleanFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .normalize('NFC');
  if (clean.length <= MAX_FILE_NAME) return clean;
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, MAX_FILE_NAME - extension.length - 1)}…${extension}`;
}

/** Content-Location of a file: its last segment, if it has the look of a file. */
function lastSegment(entity: Entity): string {
  if (entity.disposition.value !== 'attachment') return '';
  const segment = header(entity.headers, 'content-location').split(/[/\\]/).at(-1) ?? '';
  return /^[^?#]+\.[a-z0-9]{2,5}$/i.test(segment) ? segment : '';
}
