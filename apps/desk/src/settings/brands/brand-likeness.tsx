import { useAdminWords } from '../../admin/admin-words.ts';
import { isColor } from '../workspace/contrast.ts';
import { BrandMark, isWide } from './brand-mark.tsx';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';

/** How the head of the help center will look; it follows every change. */
export function BrandLikeness({ name, color, logo }: Pick<Brand, 'name' | 'color' | 'logo'>) {
  const t = useAdminWords();
  const accent = isColor(color) ? color : '#3b5bdb';
  return (
    <div className={css.likeness} aria-hidden>
      <div className={css.likenessHead} style={{ borderTopColor: accent }}>
        <BrandMark name={name} color={accent} logo={logo} />
        <span className={css.likenessWords}>
          {!isWide(logo) && <strong>{name}</strong>} <span>{t('brand.help_center')}</span>
        </span>
      </div>
      <div className={css.likenessBody}>
        <span className={css.line} style={{ width: '62%' }} />
        <span className={css.line} style={{ width: '84%' }} />
        <span className={css.line} style={{ width: '48%', background: accent }} />
      </div>
    </div>
  );
}
