import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { Ago } from '../ui/time-text.tsx';
import { goodsOf } from './goods.ts';
import { MoveReturnDialog } from './move-return-dialog.tsx';
import css from './orders.module.css';

/** All of a return: what comes back and why, how it came to where it is, and what it can become. `children`: where else it leads. */
export function ReturnDetail({ of, children }: { of: OrderReturn; children?: ReactNode }) {
  const t = useWords();
  const mayMove = useCan('commerce.write');
  const [next, setNext] = useState<OrderReturn['state'] | null>(null);
  const goods = goodsOf(t, of);
  const moves = mayMove ? of.next : [];
  return (
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
      {(moves.length > 0 || children) && (
        <div className={css.tools}>
          {moves.map((state) => (
            <Button key={state} size="compact-sm" variant={state === 'refused' ? 'subtle' : 'default'} onClick={() => setNext(state)}>
              {t(`return.do.${state}`)}
            </Button>
          ))}
          {children}
        </div>
      )}
      {next && <MoveReturnDialog of={of} state={next} onClose={() => setNext(null)} />}
    </div>
  );
}
