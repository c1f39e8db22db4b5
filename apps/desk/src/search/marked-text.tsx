import type { Marked } from '@madoguchi/contract/search.ts';
import { Fragment } from 'react';
import css from './results.module.css';

/** A text with what was searched for marked in it. */
export function MarkedText({ marked: { text, ranges } }: { marked: Marked }) {
  let at = 0;
  const parts = ranges.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {before}
        <mark className={css.mark}>{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
