import type { Inline } from '../text/markdown.inline.ts';
import { type Block, parseMarkdown } from '../text/markdown.ts';
import { Out } from './out.tsx';

const read = new Map<string, Block[]>();

/** An article's own words. Every element is made here; nothing of the text is read as HTML. */
export function Markdown({ text, base }: { text: string; base: string }) {
  const blocks = read.get(base + text) ?? parseMarkdown(text, base);
  read.set(base + text, blocks);
  return <div class="answer">{blocks.map(drawBlock)}</div>;
}

function drawBlock(block: Block) {
  if ('of' in block) {
    const Name = block.kind;
    return <Name>{block.of.map(drawInline)}</Name>;
  }
  if ('items' in block) {
    const Name = block.kind;
    return (
      <Name start={block.start}>
        {block.items.map((item) => (
          <li>{item.map(drawBlock)}</li>
        ))}
      </Name>
    );
  }
  return (
    <div class="table">
      <table>
        <tr>{drawCells('th', block.head)}</tr>
        {block.rows.map((row) => (
          <tr>{drawCells('td', row)}</tr>
        ))}
      </table>
    </div>
  );
}

const drawCells = (Name: 'td' | 'th', cells: Inline[][]) => cells.map((cell) => <Name>{cell.map(drawInline)}</Name>);

function drawInline(part: Inline) {
  if (typeof part === 'string') return part;
  const inside = part.of.map(drawInline);
  if (part.href === null) return <strong>{inside}</strong>;
  return part.image ? <img src={part.href} alt={inside.join('')} /> : <Out href={part.href}>{inside}</Out>;
}
