import { type ReactNode, useId } from 'react';
import css from './section.module.css';

/** A part of a page under its own heading. `action`: what can be done to all of it, beside the heading. */
export function Section({ title, text, action, children }: { title: string; text?: ReactNode; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        {action}
      </div>
      {text && <p className={`${css.text} prose`}>{text}</p>}
      <div className={css.body}>{children}</div>
    </section>
  );
}
