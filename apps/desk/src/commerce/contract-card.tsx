import { useWords } from '../app/locale.tsx';
import { fullDate } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import type { ShownContract } from './commerce.queries.ts';
import css from './orders.module.css';
import { StateMark } from './state-mark.tsx';
import { contractTone } from './tones.ts';

/** A contract: the plan, whether it runs and until when, and what it gives a right to. */
export function ContractCard({ contract }: { contract: ShownContract }) {
  const t = useWords();
  const reader = useReader();
  const { name, standing, startsAt, endsAt, entitlements, holder, proven } = contract;
  const until = endsAt
    ? t('contract.span', { from: fullDate(startsAt, reader), to: fullDate(endsAt, reader) })
    : t('contract.since', { from: fullDate(startsAt, reader) });
  return (
    <li className={css.contract}>
      <p className={css.plan}>
        <span className={css.number}>{name}</span>
        <StateMark tone={contractTone[standing]}>{t(`contract.standing.${standing}`)}</StateMark>
      </p>
      <p className={css.meta}>
        {until}
        {holder.domain && holder.name && <span>{holder.name}</span>}
      </p>
      {!proven && <p className={css.unproven}>{t('order.unproven')}</p>}
      {entitlements.length > 0 && (
        <ul className={css.entitlements}>
          {entitlements.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
