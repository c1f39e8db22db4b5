import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale, useWords } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { Ago } from '../ui/time-text.tsx';
import { money } from './money.ts';
import { MoveReturnDialog } from './move-return-dialog.tsx';
import css from './orders.module.css';
import { StateMark } from './state-mark.tsx';
import { returnTone } from './tones.ts';

type Props = { of: OrderReturn; currency: string; open: boolean };

/** A return: what and why, how it came to where it is, and what it can become. `open`: all of it, not the line alone. */
export function ReturnPart({ of, currency, open }: Props) {
  const t = useWords();
  const locale = useLocale();
  const mayMove = useCan('commerce.write');
  const [next, setNext] = useState<OrderReturn['state'] | null>(null);
  const goods = of.lines.map(({ name, quantity }) => t('order.line', { name, quantity })).join('、');
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
      {open && (
        <div className={css.returned}>
          {goods && <p>{goods}</p>}
          {of.reason && <p className={css.reason}>{of.reason}</p>}
          <ol className={css.steps}>
            {of.steps.map((step, at) => (
              <li key={`${step.state} ${String(at)}`}>
                <span>{t(`return.state.${step.state}`)}</span>
                <span className={css.quiet}>
                  {step.by} · <Ago at={step.at} />
                </span>
                {step.note && <span className={css.note}>{step.note}</span>}
              </li>
            ))}
          </ol>
          {mayMove && of.next.length > 0 && (
            <div className={css.tools}>
              {of.next.map((state) => (
                <Button key={state} size="compact-sm" variant={state === 'refused' ? 'subtle' : 'default'} onClick={() => setNext(state)}>
                  {t(`return.do.${state}`)}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
      {next && <MoveReturnDialog of={of} state={next} onClose={() => setNext(null)} />}
    </li>
  );
}
