import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useLocale, useWords } from '../app/locale.tsx';
import { money } from './money.ts';
import css from './orders.module.css';
import { ReturnDetail } from './return-detail.tsx';
import { StateMark } from './state-mark.tsx';
import { returnTone } from './tones.ts';

type Props = { of: OrderReturn; currency: string; open: boolean };

/** A return within its order. `open`: all of it, not the line alone. */
export function ReturnPart({ of, currency, open }: Props) {
  const t = useWords();
  const locale = useLocale();
  return (
    <li className={css.return}>
      <div className={css.part}>
        <IconArrowBackUp size={16} stroke={1.6} aria-hidden className={css.glyph} />
        <span className={css.words}>
          {t(`return.wish.${of.wish}`)}
          {of.amount !== null && <span className={css.plain}>{money(of.amount, currency, locale)}</span>}
        </span>
        <StateMark tone={returnTone[of.state]}>{t(`return.state.${of.state}`)}</StateMark>
      </div>
      {open && <ReturnDetail of={of} />}
    </li>
  );
}
