import { INTROS_JA } from './headers.ja.rules.ts';
import type { IntroWords } from './reply.types.ts';

/** How mailers of many languages lead in a quotation: first word, verb. */
const WORDS: IntroWords[] = [
  { on: 'on|at|in (?:message|article) <', wrote: 'wrote|writes|said|has written' },
  { on: 'le', wrote: 'a [ée]crit|a r[ée]pondu' },
  { on: 'am|den|vom|um', wrote: 'schrieb|geschrieben|hat geschrieben' },
  { on: 'el', wrote: 'escribi[óo]|ha escrit|escribe' },
  { on: 'em|no dia|a|na', wrote: 'escreveu' },
  { on: 'il(?: giorno)?|in data|nel', wrote: 'ha scritto|scrisse|scrive' },
  { on: 'op', wrote: 'schreef|geschreven|het volgende geschreven' },
  { on: 'dnia|w dniu|dn\\.', wrote: 'napisał|napisała|napisał\\(a\\)|napisał/a|pisze|napisal' },
  { on: 'den|p[åa]|d\\.|kl\\.', wrote: 'skrev|skreiv' },
  { on: '', wrote: 'kirjoitti' },
  { on: 'dne|d[ňn]a', wrote: 'napsal|napsala|napsal\\(a\\)|nap[íi]sal|nap[íi]sal\\(a\\)' },
  { on: '', wrote: 'написал|написала|написал\\(а\\)|пишет|пише|написав|писал' },
  { on: '在|于', wrote: '写道|寫道|写到|写入' },
  { on: '', wrote: '작성|님이 작성|님이 씀' },
  { on: 'vào', wrote: 'đã viết' },
  { on: '', wrote: 'şunu yazdı|şunları yazdı|yazdı|tarihinde' },
  { on: '', wrote: '[íi]rta|ezt írta' },
  { on: 'στις', wrote: 'έγραψε' },
  { on: 'în|la|pe', wrote: 'a scris' },
  { on: 'pada', wrote: 'menulis|telah menulis' },
  { on: 'dana', wrote: 'je napisao(?:/la)?|napisao' },
];

const ANY_ON = WORDS.map(({ on }) => on)
  .filter(Boolean)
  .join('|');
const ANY_WROTE = WORDS.map(({ wrote }) => wrote).join('|');
const ADDRESS = '<?(?:mailto:)?[^\\s<>@]+@[^\\s<>@]+>?';
const DATE =
  '(?:\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}|\\d{1,2}[-/. ]\\s?(?:\\d{1,2}|\\p{L}{3,9}\\.?)[-/. ,]\\s?\\d{2,4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4})';

const INTROS: RegExp[] = [
  // On Tue, 1 May 2026 at 12:00, Somebody <a@b> wrote:
  new RegExp(`^(?:${ANY_ON})(?=[\\s,(]).*\\d.*(?:${ANY_WROTE})(?:\\(a\\))?[\\s:：;,…]*$`, 'iu'),
  // Am 1.5.2026 schrieb Somebody <a@b>:    (the verb before the name)
  new RegExp(`^(?:${ANY_ON})(?=[\\s,]).*\\d.*\\s(?:${ANY_WROTE})\\s.*[:：>]$`, 'iu'),
  // Tuesday, 1 May 2026, Somebody wrote:   (a date and the verb, in any order)
  new RegExp(`^.{0,120}(?:${DATE}|\\d{4}).*\\s["'“”]?(?:${ANY_WROTE})(?:\\(a\\))?\\s*[:：]$`, 'iu'),
  // Somebody <a@b> wrote:   ·   Somebody <a@b> schrieb am 1.5.2026 um 12:00 Uhr:
  new RegExp(`^.{0,120}${ADDRESS}[")\\]]*,?\\s+(?:${ANY_WROTE})(?:.*\\d.*)?\\s*[:：]$`, 'iu'),
  // 2026-05-01 12:00 GMT+09:00 Somebody <a@b>:
  new RegExp(`^[(]?(?:\\p{L}+\\.?,? )?${DATE}.{0,120}<${ADDRESS}>?\\s*[:：]?$`, 'iu'),
  new RegExp(`^[(]?${DATE}.{0,120}<[^\\s<>@]+@[^\\s<>@]+>\\s*[:：]?$`, 'iu'),
  // torsdag 1. mai 2026 skrev Somebody <a@b> følgende: · any language: a time, a name, an address, a colon
  new RegExp(`^.{0,120}\\d.{0,120}\\s(?:${ANY_WROTE})\\s.{0,120}${ADDRESS}.{0,30}[:：]$`, 'iu'),
  /^.{0,80}\d{1,2}[:.]\d{2}.{0,120}<[^\s<>@]+@[^\s<>@]+>\s*[:：]$/iu,
  // Somebody via Something wrote:
  /^.{1,60} via .{1,60} (?:wrote|schrieb|a écrit)\s*:$/iu,
  /^-{2,3} .{1,120}\b(?:wrote|writes|schrieb)\s*:$/iu,
  /^(?:Quoting|Zitat von|Citando|Posted by) .{1,120}(?::|\d{4})$/iu,
  ...INTROS_JA,
];

/** May a quotation's lead begin with this line, so that it is worth looking at the lines behind? */
const MAY_BEGIN = new RegExp(`^(?:(?:${ANY_ON})(?=[\\s,(]).*\\d|${DATE}|[(]\\d{4}|.{1,100}<|.{1,100}\\d{4})`, 'iu');
const MOST_LINES = 6;
const MOST_CHARS = 300;

/** How many lines, from `at` on, lead in a quotation together; 0 if none does. Mailers fold long leads, some around blank lines. */
export function introLength(lines: string[], at: number): number {
  let joined = '';
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count += 1) {
    const line = (lines[at + count - 1] ?? '').trim().replace(/^\*|\*$/g, '');
    if (count > 1 && line === '' && !/^(?:on|le|am|op|el)\b/iu.test(joined)) return 0;
    joined = joined === '' ? line : `${joined}${line ? ` ${line}` : ''}`;
    if (joined.length > MOST_CHARS || joined === '') return 0;
    if (line !== '' && INTROS.some((intro) => intro.test(joined))) return count;
    if (count === 1 && !MAY_BEGIN.test(joined)) return 0;
    if (/^[>|]/.test(lines[at + count] ?? '') && !/^>?\s*(?::|wrote|napisał)/.test(lines[at + count] ?? '')) return 0;
  }
  return 0;
}
