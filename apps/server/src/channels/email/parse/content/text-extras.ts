import { cleanFileName } from '../mime/file-names.ts';
import { fromUuencode } from '../mime/transfer.ts';

const UUENCODED = /^begin [0-7]{3,4} ([^\n]{1,180})\n((?:[ -`]{1,62}\n){1,400000}?)(?:`|[ ])?\n?end[ \t]*$/gm;

/** Files that old mailers put into the text itself (`begin 644 name` … `end`), and the text without them. */
export function takeUuencoded(text: string): { text: string; files: { name: string; content: Buffer }[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const files: { name: string; content: Buffer }[] = [];
  const rest = text.replace(UUENCODED, (_, name: string, data: string) => {
    files.push({ name: cleanFileName(name), content: fromUuencode(data) });
    return '';
  });
  return { text: rest, files };
}

/** Text signed by PGP in place (RFC 4880, 7): what was signed, without armor and dash escapes. */
export function openClearSigned(text: string): { text: string; signed: boolean } {
  const begin = /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z]+: [^\n]*\n)*\n?/m.exec(text);
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----');
  if (!begin || end < begin.index + begin[0].length - 1) return { text, signed: false };
  const after = text.slice(end).replace(/^\n-----BEGIN PGP SIGNATURE-----.*?-----END PGP SIGNATURE-----/s, '');
  const inner = text.slice(begin.index + begin[0].length, end).replace(/^- /gm, '');
  return { text: text.slice(0, begin.index) + inner + after, signed: true };
}
