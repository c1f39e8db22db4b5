import { type LookUpSource, ownAnswers } from '@madoguchi/contract/flows.ts';
import { Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { askedNames } from '../plan/new-step.ts';
import type { LookUp } from './look-up-fields.tsx';
import css from './panel.module.css';
import { ProofSelect } from './proof-select.tsx';

type Props = { step: LookUp; of: Exclude<LookUpSource, 'address'>; onChange: (step: LookUp) => void };

const NEWEST = '#newest';

/** Which of the customer's own orders is looked for, and by which names texts can quote what was found. */
export function OwnFactsFields({ step, of, onChange }: Props) {
  const t = useAdminWords();
  const names = askedNames(useFlow().plan);
  const { numberField } = step;
  const choices = numberField !== null && !names.includes(numberField) ? [numberField, ...names] : names;
  return (
    <>
      <p className={css.hint}>{t('flows.own_help')}</p>
      <ProofSelect value={step.by} onChange={(by) => onChange({ ...step, by })} />
      {of === 'orders' && (
        <Select
          label={t('flows.own_number')}
          description={t('flows.own_number_help')}
          allowDeselect={false}
          value={numberField ?? NEWEST}
          data={[{ value: NEWEST, label: t('flows.own_newest') }, ...choices]}
          onChange={(field) => onChange({ ...step, numberField: field === NEWEST ? null : field })}
        />
      )}
      <fieldset className={css.group}>
        <legend className={css.legend}>{t('flows.own_given')}</legend>
        <p className={css.hint}>{t('flows.own_given_help')}</p>
        <dl className={css.given}>
          {ownAnswers[of].map((name) => (
            <div key={name}>
              <dt>{`{${name}}`}</dt>
              <dd>{t(`flows.own_${name}`)}</dd>
            </div>
          ))}
        </dl>
      </fieldset>
    </>
  );
}
