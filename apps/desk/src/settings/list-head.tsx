import type { ReactNode } from 'react';
import css from './list-head.module.css';

/** The line above a list of settings: how many there are, and the one button that adds another. */
export function ListHead({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className={css.head}>
      <div className={css.text}>{text}</div>
      {children}
    </div>
  );
}
