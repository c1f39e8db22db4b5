import type { BotPolicy } from '@madoguchi/contract/checked-questions.ts';
import { Radio, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Failure } from '../../ui/failure.tsx';
import css from './bot-section.module.css';
import { percent } from './percent.ts';

/** Offered always; a share set by other means is offered beside them. */
const SHARES: Record<string, AdminKey> = { '0.85': 'bot.bold', '0.9': 'bot.balanced', '0.95': 'bot.careful', '0.98': 'bot.strict' };

type Props = { value: number; onChange: (share: number) => void; policy: UseQueryResult<BotPolicy> };

/** What share of answers must be right, with what that costs in questions answered: counted on real ones. */
export function BoldnessField({ value, onChange, policy }: Props) {
  const t = useAdminWords();
  const shares = [...new Set([...Object.keys(SHARES).map(Number), value])].sort();
  const costs = (share: number) => policy.data?.choices.find((choice) => choice.share === share);
  return (
    <Section title={t('bot.boldness')} text={t('bot.boldness_text')}>
      <Radio.Group value={String(value)} onChange={(next) => onChange(Number(next))} aria-label={t('bot.boldness')}>
        <div className={css.choices}>
          {shares.map((share) => {
            const name = SHARES[String(share)];
            const cost = costs(share);
            return (
              <Radio.Card key={share} value={String(share)} className={css.choice}>
                <Radio.Indicator />
                <span className={css.name}>
                  <strong>{t('bot.share', { percent: percent(share) })}</strong>
                  {name && <span>{t(name)}</span>}
                </span>
                <span className={css.cost}>
                  {policy.isPending ? (
                    <Skeleton width={180} height={16} />
                  ) : (
                    <>
                      <Meter share={cost?.coverage ?? null} />
                      <span>
                        {cost?.coverage == null ? t('bot.coverage_unknown') : t('bot.coverage', { percent: percent(cost.coverage) })}
                      </span>
                      {cost?.right != null && <span className={css.measured}>{t('bot.measured', { percent: percent(cost.right) })}</span>}
                    </>
                  )}
                </span>
              </Radio.Card>
            );
          })}
        </div>
      </Radio.Group>
      {policy.error && !policy.data && <Failure error={policy.error} />}
      {policy.data && policy.data.questions > 0 && <p className={css.basis}>{t('bot.basis', { count: policy.data.questions })}</p>}
    </Section>
  );
}

const Meter = ({ share }: { share: number | null }) => (
  <span className={css.meter} aria-hidden>
    <span style={{ width: `${Math.round(100 * (share ?? 0))}%` }} />
  </span>
);
