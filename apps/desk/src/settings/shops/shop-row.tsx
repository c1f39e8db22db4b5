import type { Shop } from '@madoguchi/contract/shops.ts';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import css from './shops.module.css';

/** One shop: what kind, when it told something last, and whether something is wrong. */
export function ShopRow({ shop }: { shop: Shop }) {
  const t = useAdminWords();
  const { id, name, kind, source, lastSyncAt, trouble, unread } = shop;
  return (
    <li>
      <Link to="/settings/$" params={{ _splat: `shops/${id}` }} className={css.row}>
        <span className={css.words}>
          <span className={css.name}>{name}</span>
          <span className={css.facts}>
            <span>{t(`shops.kind.${kind}`)}</span>
            <code>{source}</code>
            <span>
              {lastSyncAt ? (
                <>
                  {t('shops.last_sync')} <Ago at={lastSyncAt} />
                </>
              ) : (
                t('shops.never')
              )}
            </span>
          </span>
          {trouble && <span className={css.trouble}>{t(`shops.trouble.${trouble}`)}</span>}
        </span>
        {unread > 0 && <span className={css.count}>{t('shops.unread', { count: unread })}</span>}
        <IconChevronRight size={18} stroke={1.6} aria-hidden className={css.glyph} />
      </Link>
    </li>
  );
}
