import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { ActionIcon, Alert, Button, CloseButton, Tooltip } from '@mantine/core';
import { IconCopy, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { useStepActions } from '../editor/use-step.ts';
import { replaceStep } from '../plan/edit.ts';
import { stepLooks } from '../step-looks.ts';
import { faultWord } from './fault-word.ts';
import css from './panel.module.css';
import { StepFields } from './step-fields.tsx';

/** The form of the step that is chosen. */
export function StepPanel({ step, onClose }: { step: FlowStep; onClose: () => void }) {
  const t = useAdminWords();
  const { plan, edit, readOnly, faults } = useFlow();
  const { duplicate, remove } = useStepActions();
  const { icon: Icon, word, text } = stepLooks[step.type];
  const own = faults.filter(({ stepId }) => stepId === step.id);
  const begins = plan.start === step.id;
  return (
    <section className={css.panel} aria-label={t('flows.panel_step')}>
      <header className={css.head}>
        <Icon size={18} stroke={1.6} aria-hidden />
        <h2 className={css.title}>{t(word)}</h2>
        {!readOnly && (
          <>
            <Tooltip label={t('flows.step_duplicate')}>
              <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('flows.step_duplicate')} onClick={() => duplicate(step.id)}>
                <IconCopy size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('flows.step_delete')}>
              <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('flows.step_delete')} onClick={() => remove([step.id])}>
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        <CloseButton size={32} aria-label={t('flows.close_panel')} onClick={onClose} />
      </header>
      <div className={css.body}>
        <p className={css.hint}>{t(text)}</p>
        {own.map(({ code, severity }) => (
          <Alert key={code} color={severity === 'error' ? 'danger' : 'warning'} p="xs">
            {t(faultWord(code))}
          </Alert>
        ))}
        <fieldset className={css.fields} disabled={readOnly}>
          <StepFields
            step={step}
            onChange={(next, key) => edit((now) => replaceStep(now, next), key === undefined ? null : `${step.id}.${key}`)}
          />
        </fieldset>
        {begins ? (
          <p className={css.begins}>
            <IconPlayerPlay size={16} stroke={1.6} aria-hidden />
            {t('flows.is_start')}
          </p>
        ) : (
          !readOnly && (
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
              onClick={() => edit((now) => ({ ...now, start: step.id }))}
            >
              {t('flows.make_start')}
            </Button>
          )
        )}
      </div>
    </section>
  );
}
