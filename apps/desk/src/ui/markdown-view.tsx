import { createElement, Fragment } from 'react';
import { type Inline, type Paragraph, parseInline, parseMarkdown } from './markdown.ts';
import css from './markdown-view.module.css';

function InlineView({ inline }: { inline: readonly Inline[] }) {
  return inline.map((part, index) => {
    const key = `${index}${part.type}`;
    if (part.type === 'link')
      return (
        <a key={key} href={part.href} target="_blank" rel="noreferrer noopener">
          {part.text}
        </a>
      );
    return part.type === 'text' ? <Fragment key={key}>{part.text}</Fragment> : createElement(part.type, { key }, part.text);
  });
}

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  switch (paragraph.type) {
    case 'heading':
      return (
        <h4>
          <InlineView inline={paragraph.inline} />
        </h4>
      );
    case 'list': {
      const items = paragraph.items.map((item, index) => (
        <li key={String(index)}>
          <InlineView inline={item} />
        </li>
      ));
      return paragraph.ordered ? <ol start={paragraph.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <InlineView inline={paragraph.inline} />
        </blockquote>
      );
    case 'code':
      return <pre>{paragraph.text}</pre>;
    case 'table':
      return <TableView {...paragraph} />;
    case 'p':
      return (
        <p>
          <InlineView inline={paragraph.inline} />
        </p>
      );
  }
}

function TableView({ head, rows }: Extract<Paragraph, { type: 'table' }>) {
  const cells = (row: readonly Inline[][], Cell: 'th' | 'td') =>
    row.map((cell, index) => (
      <Cell key={String(index)}>
        <InlineView inline={cell} />
      </Cell>
    ));
  return (
    <div className={css.table}>
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={String(index)}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Markdown as elements; links open beside the desk. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className={`${css.markdown} prose`}>
      {parseMarkdown(source).map((paragraph, index) => (
        <ParagraphView key={String(index)} paragraph={paragraph} />
      ))}
    </div>
  );
}

const urlOnly = (inline: Inline): Inline =>
  inline.type === 'link' && inline.text === inline.href ? inline : { type: 'text', text: inline.text };

/** What a person typed, as typed: only addresses of the web become links. */
export function PlainText({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>「」()。、]+)/g).map((part, index) => {
    const [inline] = index % 2 === 1 ? parseInline(part).map(urlOnly) : [];
    return inline ? <InlineView key={String(index)} inline={[inline]} /> : <Fragment key={String(index)}>{part}</Fragment>;
  });
}
