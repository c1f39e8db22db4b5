import type { FoundOrder } from '@madoguchi/contract/search.ts';
import { IconPackage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLocale, useWords } from '../app/locale.tsx';
import { money } from '../commerce/money.ts';
import { StateMark } from '../commerce/state-mark.tsx';
import { orderTone } from '../commerce/tones.ts';
import { fullDate } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import { MarkedText } from './marked-text.tsx';
import css from './results.module.css';

export function OrderResult({ found }: { found: FoundOrder }) {
  const t = useWords();
  const locale = useLocale();
  const reader = useReader();
  const { id, number, trackingNumber, state, placedAt, total, currency, customer, buyerName } = found;
  return (
    <li className={css.item}>
      <Link to="/orders/$orderId" params={{ orderId: id }} className={css.person} data-row={id}>
        <IconPackage size={20} stroke={1.6} aria-hidden className={css.glyph} />
        <span className={css.about}>
          <span className={css.line}>
            <span className={css.who}>
              <MarkedText marked={number} />
            </span>
            <StateMark tone={orderTone[state]}>{t(`order.state.${state}`)}</StateMark>
          </span>
          <span className={css.detail}>
            {[customer?.name || buyerName, fullDate(placedAt, reader), money(total, currency, locale)].filter(Boolean).join(' · ')}
            {trackingNumber && (
              <>
                {' · '}
                <MarkedText marked={trackingNumber} />
              </>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
