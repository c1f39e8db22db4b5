import { decodeBytes } from '../charset/decode.ts';
import { MAX_TEXT_PART_BYTES } from '../limits.ts';
import type { MailProblem } from '../mail.types.ts';
import { header } from '../mime/headers.ts';
import { decodeTransfer } from '../mime/transfer.ts';
import type { Entity } from '../mime/tree.ts';

/** A part's bytes, its transfer encoding undone. */
export function contentOf(raw: Buffer, entity: Entity, problems: Set<MailProblem>): Buffer {
  const { content, problem } = decodeTransfer(
    raw.subarray(entity.body.start, entity.body.end),
    header(entity.headers, 'content-transfer-encoding'),
  );
  if (problem) problems.add(problem);
  return content;
}

/** A part's text. HTML may name its charset itself. */
export function textOf(raw: Buffer, entity: Entity, problems: Set<MailProblem>): string {
  const bytes = contentOf(raw, textSpan(entity, problems), problems);
  const label = entity.type.parameters.get('charset') ?? (entity.type.value === 'text/html' ? metaCharset(bytes) : null);
  const { text, problem } = decodeBytes(bytes, label);
  if (problem) problems.add(problem);
  const lines = text.replace(/\r\n?/g, '\n');
  return entity.type.parameters.get('format')?.toLowerCase() === 'flowed'
    ? unflow(lines, entity.type.parameters.get('delsp') === 'yes')
    : lines;
}

/** No more of a text part than could be shown. */
function textSpan(entity: Entity, problems: Set<MailProblem>): Entity {
  const { start, end } = entity.body;
  if (end - start <= MAX_TEXT_PART_BYTES) return entity;
  problems.add('text-cut');
  return { ...entity, body: { start, end: start + MAX_TEXT_PART_BYTES } };
}

const metaCharset = (bytes: Buffer): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? null;

/** RFC 3676: lines that end in a space go on in the next one of the same quotation. */
function unflow(text: string, dropsSpace: boolean): string {
  const out: string[] = [];
  let open: { depth: number } | null = null;
  for (const line of text.split('\n')) {
    const marks = /^>+/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    const isFlowed = line.endsWith(' ') && content !== '-- ';
    if (open && open.depth === marks.length && content !== '-- ')
      out[out.length - 1] = `${(out.at(-1) ?? '').slice(0, dropsSpace ? -1 : undefined)}${content}`;
    else out.push(marks ? `${marks} ${content}` : content);
    open = isFlowed ? { depth: marks.length } : null;
  }
  return out.join('\n');
}
