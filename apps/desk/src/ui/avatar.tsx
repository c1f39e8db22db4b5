import css from './avatar.module.css';
import { hueOf, initialsOf } from './initials.ts';

type Props = {
  name: string;
  id: string;
  size?: number;
  online?: boolean;
  /** How somebody who is online stands: a dot, a dot with a bar, a ring. */
  look?: 'available' | 'busy' | 'gone' | undefined;
};

export function Avatar({ name, id, size = 24, online = false, look = 'available' }: Props) {
  return (
    <span
      className={css.avatar}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42), ['--hue' as string]: hueOf(id) }}
      // Drawn, and no text: a button with a face on it is called by its words alone.
      data-initials={initialsOf(name)}
      aria-hidden
    >
      {online && <span className={css.online} data-look={look} />}
    </span>
  );
}
