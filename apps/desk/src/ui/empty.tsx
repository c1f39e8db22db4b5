import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './empty.module.css';

/** An empty place that teaches: why it is empty and the next step (children: the buttons). */
export function Empty({ icon: Glyph, title, text, children }: { icon: Icon; title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <Glyph size={32} stroke={1.4} aria-hidden className={css.glyph} />
      <h2 className={css.title}>{title}</h2>
      {text && <p className={`${css.text} prose`}>{text}</p>}
      {children && <div className={css.next}>{children}</div>}
    </div>
  );
}
