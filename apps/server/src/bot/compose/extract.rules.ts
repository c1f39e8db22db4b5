// Pure: what of an article answers a question, in the article's own words.
import { plainText } from '../../knowledge/plain-text.rules.ts';
import { contentTerms } from './content-terms.rules.ts';
import { type Block, blocksOf } from './markdown-blocks.rules.ts';

export type Extract = {
  /** Lines of the article in their order; 「…」 stands alone where something was left out. */
  markdown: string;
  /** Whether nothing was left out. */
  whole: boolean;
};

/** Characters of text up to which an article is quoted whole, and which an extract is filled up to. */
const ENOUGH = 400;
/** Leaving out less than this part of an article would only hide that nothing important is missing. */
const WORTH_LEAVING_OUT = 0.25;
/** A part that is less to the point than this, compared with the best one, does not fill up the extract. */
const STILL_TO_THE_POINT = 0.5;
export const OMITTED = '…';

/** What is quoted or left out as one: a block with the sentence that leads to it, and the headings it stands under. */
type Part = { blocks: Block[]; headings: Block[]; size: number; terms: Set<string> };

/**
 * The parts of a Markdown text that answer a question best, up to about 400 characters: at least the best one, whatever its length.
 * Lists, tables, code and what is shown (images, videos) stay whole, and the sentence that introduces them stays with them. Nothing is
 * reworded. When the question has no word in common with the text, its beginning is taken.
 */
export function extractAnswer(markdown: string, question: string): Extract {
  const lines = markdown.split('\n');
  const whole: Extract = { markdown, whole: true };
  if (plainText(markdown).length <= ENOUGH) return whole;
  const parts = partsOf(lines);
  const chosen = choose(parts, contentTerms(question));
  const size = (of: Iterable<Part>) => [...of].reduce((sum, part) => sum + part.size, 0);
  if (size(parts) - size(chosen) < size(parts) * WORTH_LEAVING_OUT) return whole;
  return { markdown: assemble(lines, parts, chosen), whole: false };
}

function partsOf(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let headings: Block[] = [];
  let open: Block[] = [];
  const close = () => {
    if (open.length === 0) return;
    const text = textOf(lines, open);
    const terms = contentTerms([...headings, ...open].map((block) => textOf(lines, [block])).join('\n'));
    parts.push({ blocks: open, headings, size: text.length, terms });
    open = [];
  };
  for (const block of blocksOf(lines)) {
    if (block.kind === 'heading') {
      close();
      headings = [...headings.filter(({ level }) => level < block.level), block];
      continue;
    }
    if (!leadsTo(lines, open.at(-1), block)) close();
    open.push(block);
  }
  close();
  return parts;
}

const textOf = (lines: readonly string[], blocks: readonly Block[]): string =>
  blocks.map(({ from, to }) => plainText(lines.slice(from, to).join('\n'))).join('\n');

/** 「次の手順で…」 belongs to the steps below it, a sentence to the picture that shows it. */
function leadsTo(lines: readonly string[], before: Block | undefined, block: Block): boolean {
  if (before?.kind !== 'text') return false;
  return block.kind !== 'text' || isShown(lines.slice(block.from, block.to).join('\n'));
}

/** Nothing but images, or one address on a line of its own, which is how a video is put in. */
const isShown = (text: string): boolean => /^(\s*!\[[^\]]*\]\([^)]*\)\s*)+$/.test(text) || /^\s*<?https?:\/\/\S+>?\s*$/.test(text);

function choose(parts: readonly Part[], question: ReadonlySet<string>): Set<Part> {
  const weights = weightsOf(parts, question);
  const scored = parts.map((part) => ({ part, score: scoreOf(part, weights) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  // Of parts that are as good as each other the earlier one comes first: that is how people write.
  const order = best > 0 ? scored.filter(({ score }) => score >= best * STILL_TO_THE_POINT).sort((a, b) => b.score - a.score) : scored;
  const chosen = new Set<Part>();
  let room = ENOUGH;
  for (const { part } of order) {
    if (chosen.size > 0 && part.size > room) continue;
    chosen.add(part);
    room -= part.size;
  }
  return chosen;
}

/** A word that stands in every part tells none from another. */
function weightsOf(parts: readonly Part[], question: ReadonlySet<string>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of question) {
    const having = parts.filter(({ terms }) => terms.has(term)).length;
    if (having > 0) weights.set(term, Math.log(1 + parts.length / having) - Math.LN2 + 0.05);
  }
  return weights;
}

function scoreOf({ terms }: Part, weights: ReadonlyMap<string, number>): number {
  let score = 0;
  for (const [term, weight] of weights) if (terms.has(term)) score += weight;
  return score;
}

function assemble(lines: readonly string[], parts: readonly Part[], chosen: ReadonlySet<Part>): string {
  const pieces: string[] = [];
  const shown = new Set<Block>();
  let leftOut = false;
  for (const part of parts) {
    if (!chosen.has(part)) {
      leftOut = true;
      continue;
    }
    if (leftOut) pieces.push(OMITTED);
    leftOut = false;
    const nearest = part.headings.at(-1);
    for (const block of [...(nearest && !shown.has(nearest) ? [nearest] : []), ...part.blocks]) {
      shown.add(block);
      pieces.push(lines.slice(block.from, block.to).join('\n'));
    }
  }
  if (leftOut) pieces.push(OMITTED);
  return pieces.join('\n\n');
}
