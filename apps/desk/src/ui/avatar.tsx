import css from './avatar.module.css';
import { hueOf, initialsOf } from './initials.ts';

export function Avatar({ name, id, size = 24, online = false }: { name: string; id: string; size?: number; online?: boolean }) {
  return (
    <span
      className={css.avatar}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42), ['--hue' as string]: hueOf(id) }}
      aria-hidden
    >
      {initialsOf(name)}
      {online && <span className={css.online} />}
    </span>
  );
}
