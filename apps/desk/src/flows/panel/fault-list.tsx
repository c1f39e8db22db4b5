import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { faultWord } from './fault-word.ts';
import css from './panel.module.css';

/** What keeps the flow from being published, and what is worth a look; each leads to its step. */
export function FaultList({ dirty }: { dirty: boolean }) {
  const t = useAdminWords();
  const { faults, goTo, nameOf, plan } = useFlow();
  const there = new Set(plan.steps.map(({ id }) => id));
  const sorted = faults.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <div className={css.group}>
      <h3 className={css.legend} style={{ margin: 0 }}>
        {t('flows.faults')}
      </h3>
      {sorted.length === 0 && !dirty && (
        <p className={css.fine}>
          <IconCheck size={16} stroke={2} aria-hidden />
          {t('flows.faults_none')}
        </p>
      )}
      {sorted.length > 0 && (
        <ul className={css.faults}>
          {sorted.map(({ code, stepId, severity }) => {
            const inside = (
              <>
                {severity === 'error' ? (
                  <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
                ) : (
                  <IconInfoCircle size={16} stroke={1.8} aria-hidden />
                )}
                <span>
                  <span className="visually-hidden">{t(`flows.fault_${severity}`)}: </span>
                  {t(faultWord(code))}
                  {stepId && there.has(stepId) && <span className={css.faultWhere}>{nameOf(stepId)}</span>}
                </span>
              </>
            );
            return (
              <li key={`${code} ${stepId}`}>
                {stepId && there.has(stepId) ? (
                  <button type="button" data-small className={css.fault} data-severity={severity} onClick={() => goTo(stepId)}>
                    {inside}
                  </button>
                ) : (
                  <div className={css.fault} data-severity={severity}>
                    {inside}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {dirty && <p className={css.hint}>{t('flows.faults_saved')}</p>}
    </div>
  );
}
