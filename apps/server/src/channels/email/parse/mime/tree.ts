import { MAX_DEPTH, MAX_PARTS, MAX_SCANNED_BYTES } from '../limits.ts';
import type { MailProblem } from '../mail.types.ts';
import { type Span, splitAtBoundary } from './boundaries.ts';
import { type Headers, header, readHeaders } from './headers.ts';
import { readStructured, type Structured } from './parameters.ts';

/** One node of a MIME tree. A leaf has no children; `body` is still as it was transferred. */
export type Entity = { headers: Headers; type: Structured; disposition: Structured; body: Span; children: Entity[]; parent: Entity | null };

/** What all levels together may cost. */
export type Budget = { parts: number; scanned: number; problems: Set<MailProblem> };

export const newBudget = (): Budget => ({ parts: MAX_PARTS, scanned: MAX_SCANNED_BYTES, problems: new Set() });

/** The tree of a mail (or of a part). Past the limits an entity stays a leaf, and its content is still there to be kept. */
export function readEntity(raw: Buffer, span: Span, budget: Budget, parent: Entity | null = null, depth = 0): Entity {
  const { headers, bodyStart, problems } = readHeaders(raw, span.start, span.end);
  for (const problem of problems) if (!(problem === 'no-headers' && parent)) budget.problems.add(problem);
  const entity: Entity = {
    headers,
    type: readType(headers, parent),
    disposition: readStructured(header(headers, 'content-disposition')),
    body: { start: bodyStart, end: span.end },
    children: [],
    parent,
  };
  budget.parts -= 1;
  if (entity.type.value.startsWith('multipart/')) entity.children = readChildren(raw, entity, budget, depth);
  return entity;
}

function readType(headers: Headers, parent: Entity | null): Structured {
  const type = readStructured(header(headers, 'content-type'));
  if (type.value === 'text') return { ...type, value: 'text/plain' };
  if (/^[^/\s]+\/[^/\s]+$/.test(type.value)) return type;
  return { ...type, value: parent?.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain' };
}

function readChildren(raw: Buffer, entity: Entity, budget: Budget, depth: number): Entity[] {
  if (depth >= MAX_DEPTH || budget.scanned <= 0) {
    budget.problems.add('nested-too-deep');
    // Kept as a file, unread.
    entity.type = { value: 'application/octet-stream', parameters: new Map() };
    return [];
  }
  const boundary = entity.type.parameters.get('boundary') ?? guessBoundary(raw, entity.body);
  budget.scanned -= entity.body.end - entity.body.start;
  const spans = boundary ? splitAtBoundary(raw, entity.body, boundary.trimEnd()) : null;
  if (!spans) {
    budget.problems.add('boundary-missing');
    return [];
  }
  const children: Entity[] = [];
  for (const span of spans) {
    if (budget.parts <= 0) {
      budget.problems.add('too-many-parts');
      break;
    }
    children.push(readEntity(raw, span, budget, entity, depth + 1));
  }
  return children;
}

/** A multipart that names no boundary: the first line of its body that looks like one. */
function guessBoundary(raw: Buffer, { start, end }: Span): string | undefined {
  return /(?:^|\n)--(\S[^\r\n]{0,69})\r?\ncontent-/i.exec(raw.toString('latin1', start, Math.min(end, start + 4096)))?.[1];
}
