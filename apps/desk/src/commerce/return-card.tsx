import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useWords } from '../app/locale.tsx';
import { fullDate } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import type { ShownReturn } from './all-returns.ts';
import { goodsOf } from './goods.ts';
import { money } from './money.ts';
import css from './orders.module.css';
import { ReturnDetail } from './return-detail.tsx';
import { StateMark } from './state-mark.tsx';
import { returnTone } from './tones.ts';

/** A return in the list of all: of which order, where it stands, since when; opened, all of it and the way to its order. */
export function ReturnCard({ of, order }: ShownReturn) {
  const t = useWords();
  const locale = useLocale();
  const reader = useReader();
  const [open, setOpen] = useState(false);
  const goods = goodsOf(t, of);
  return (
    <li className={css.card}>
      <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={16} stroke={1.8} aria-hidden className={css.chevron} />
        <span className={css.number}>{order.number}</span>
        <StateMark tone={returnTone[of.state]}>{t(`return.state.${of.state}`)}</StateMark>
        <span className={css.total}>{of.amount !== null && money(of.amount, order.currency, locale)}</span>
        <span className={css.meta}>
          <span>{t(`return.wish.${of.wish}`)}</span>
          <time dateTime={of.requestedAt}>{fullDate(of.requestedAt, reader)}</time>
          {!open && goods && <span className={css.first}>{goods}</span>}
        </span>
      </button>
      {open && (
        <div className={css.parts}>
          <ReturnDetail of={of}>
            <Link to="/orders/$orderId" params={{ orderId: order.id }} className={css.track}>
              {t('order.title', { number: order.number })}
            </Link>
          </ReturnDetail>
        </div>
      )}
    </li>
  );
}
