import css from './presence-dot.module.css';
import type { PresenceLook } from './presence-words.ts';

/** A round dot for available, one with a bar for busy, a ring for gone: never color alone. */
export function PresenceDot({ look }: { look: PresenceLook }) {
  return <span className={css.dot} data-look={look} aria-hidden />;
}
