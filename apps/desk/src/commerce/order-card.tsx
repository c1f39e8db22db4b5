import { Button } from '@mantine/core';
import { IconChevronRight, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale, useWords } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { isSafeHref } from '../ui/markdown.ts';
import { fullDate } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import type { ShownOrder } from './commerce.queries.ts';
import { money } from './money.ts';
import { OpenReturnDialog } from './open-return-dialog.tsx';
import css from './orders.module.css';
import { ReturnPart } from './return-part.tsx';
import { ShipmentLine } from './shipment-line.tsx';
import { StateMark } from './state-mark.tsx';
import { orderTone } from './tones.ts';

type Props = {
  order: Omit<ShownOrder, 'proven'> & { proven?: boolean };
  /** Begins opened; then its number leads nowhere else. */
  open?: boolean;
};

/** An order: number, when, how much, where its parcels are; opened, what was bought and its returns. */
export function OrderCard({ order, open: opened = false }: Props) {
  const t = useWords();
  const locale = useLocale();
  const reader = useReader();
  const mayReturn = useCan('commerce.write');
  const [open, setOpen] = useState(opened);
  const [returning, setReturning] = useState(false);
  const { number, state, lines, shipments, returns, currency, total, placedAt, url } = order;
  const [first, ...rest] = lines;
  const goods = first && (rest.length > 0 ? t('order.and_more', { name: first.name, count: rest.length }) : first.name);
  return (
    <li className={css.card}>
      <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={16} stroke={1.8} aria-hidden className={css.chevron} />
        <span className={css.number}>{number}</span>
        <StateMark tone={orderTone[state]}>{t(`order.state.${state}`)}</StateMark>
        <span className={css.total}>{money(total, currency, locale)}</span>
        <span className={css.meta}>
          <time dateTime={placedAt}>{fullDate(placedAt, reader)}</time>
          {!open && goods && <span className={css.first}>{goods}</span>}
        </span>
      </button>
      {order.proven === false && <p className={css.unproven}>{t('order.unproven')}</p>}
      {open && (
        <ul className={css.lines}>
          {lines.map(({ name, sku, quantity, price }, at) => (
            <li key={`${sku || name} ${String(at)}`}>
              <span className={css.words}>
                {name}
                {sku && <span className={css.quiet}>{sku}</span>}
              </span>
              <span className={css.figure}>{t('order.times', { price: money(price, currency, locale), quantity })}</span>
            </li>
          ))}
        </ul>
      )}
      {(shipments.length > 0 || returns.length > 0) && (
        <ul className={css.parts}>
          {shipments.map((shipment) => (
            <ShipmentLine key={shipment.id} shipment={shipment} isAlone={shipments.length === 1 && state !== 'cancelled'} />
          ))}
          {returns.map((one) => (
            <ReturnPart key={one.id} of={one} currency={currency} open={open} />
          ))}
        </ul>
      )}
      {open && (
        <div className={css.tools}>
          {mayReturn && lines.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setReturning(true)}>
              {t('return.open')}
            </Button>
          )}
          {isSafeHref(url) && (
            <a className={css.track} href={url} target="_blank" rel="noreferrer noopener">
              {t('order.in_shop')}
              <IconExternalLink size={14} stroke={1.8} aria-hidden />
            </a>
          )}
        </div>
      )}
      {returning && <OpenReturnDialog order={order} onClose={() => setReturning(false)} />}
    </li>
  );
}
