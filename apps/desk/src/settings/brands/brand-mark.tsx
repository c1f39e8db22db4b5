import { inkOn, isColor } from '../workspace/contrast.ts';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';

type Props = Pick<Brand, 'name' | 'color' | 'logo'>;

/** A wide logo is a name already, as in the help center; where there is little room it cannot be read. */
export const isWide = (logo: Brand['logo']): boolean => logo !== null && logo.width >= 1.8 * logo.height;

/** A brand at a glance: its logo on white, as it was drawn for paper, or its first letter on its color. */
export function BrandMark({ name, color, logo }: Props) {
  if (logo)
    return (
      <span className={css.paper}>
        <img src={logo.url} alt="" />
      </span>
    );
  const ground = isColor(color) ? color : '#3b5bdb';
  return (
    <span className={css.letter} style={{ background: ground, color: inkOn(ground) }} aria-hidden>
      {[...name.trim()][0]}
    </span>
  );
}
