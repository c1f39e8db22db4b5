import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { BrandMark, isWide } from './brand-mark.tsx';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';

export function BrandRow({ brand }: { brand: Brand }) {
  const t = useAdminWords();
  const { inboxCount, articleCount, host, helpUrl } = brand;
  return (
    <li>
      <Link to="/settings/$" params={{ _splat: `brands/${brand.id}` }} className={css.row}>
        <BrandMark name={brand.name} color={brand.color} logo={isWide(brand.logo) ? null : brand.logo} />
        <span className={css.words}>
          <span className={css.name}>
            {brand.name}
            {brand.isDefault && <span className={css.badge}>{t('brand.default')}</span>}
          </span>
          <span className={css.facts}>
            {host ?? helpUrl}
            {!brand.isDefault && ` · ${t('brand.uses', { inboxes: inboxCount, articles: articleCount })}`}
          </span>
        </span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
    </li>
  );
}
