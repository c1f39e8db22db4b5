import type { ReactNode } from 'react';
import css from './page.module.css';

/** The frame of a place with one column: a title line with its actions, and the content below, which scrolls. */
export function Page({
  title,
  back,
  actions,
  children,
  width = 960,
}: {
  title: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  width?: number;
}) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        {back}
        <h1 className={css.title}>{title}</h1>
        <div className={css.actions}>{actions}</div>
      </header>
      <div className={css.body}>
        <div style={{ maxWidth: width, margin: '0 auto' }}>{children}</div>
      </div>
    </div>
  );
}
