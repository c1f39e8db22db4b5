import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconPlus, IconSettings } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { StepFigures } from '../canvas/step-figures.tsx';
import { StepChoices } from '../canvas/step-menu.tsx';
import { useFlow } from '../editor/flow-context.ts';
import { useStepActions } from '../editor/use-step.ts';
import { exitsOf } from '../plan/exits.ts';
import { stepLooks } from '../step-looks.ts';
import css from './step-list.module.css';

/** The steps in the order customers meet them, for a screen too small for a diagram; each opens its form. */
export function StepList({ onSettings }: { onSettings: () => void }) {
  const t = useAdminWords();
  const { plan, order, readOnly, faults } = useFlow();
  const { add, freeExit } = useStepActions();
  const steps = order.flatMap((id) => plan.steps.find((step) => step.id === id) ?? []);
  const errors = faults.length;
  return (
    <div className={css.frame}>
      <button type="button" className={css.settings} onClick={onSettings}>
        <IconSettings size={20} stroke={1.6} aria-hidden />
        <span className={css.settingsName}>
          {t('flows.panel_flow')}
          <span className={css.hint}>{t('flows.summary', { steps: plan.steps.length, triggers: plan.triggers.length })}</span>
        </span>
        {errors > 0 && (
          <span className={css.errors}>
            {t('flows.faults')} {errors}
          </span>
        )}
        <IconChevronRight size={18} stroke={1.6} aria-hidden />
      </button>
      <ol className={css.list} aria-label={t('flows.list')}>
        {steps.map((step, at) => (
          <li key={step.id}>
            <StepRow step={step} at={at} />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Menu position="bottom" width="target">
          <Menu.Target>
            <Button fullWidth variant="default" leftSection={<IconPlus size={16} stroke={2} />}>
              {t('flows.add_step')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <StepChoices onChoose={(type) => add(type, freeExit())} />
          </Menu.Dropdown>
        </Menu>
      )}
      <p className={css.hint}>{t('flows.list_help')}</p>
    </div>
  );
}

function StepRow({ step, at }: { step: FlowStep; at: number }) {
  const t = useAdminWords();
  const { plan, select, textOf, exitName, order, faults, figures, here } = useFlow();
  const { icon: Icon, word } = stepLooks[step.type];
  const own = faults.filter(({ stepId }) => stepId === step.id);
  const numberOf = (id: string | null) => {
    const place = id === null ? -1 : order.indexOf(id);
    return place === -1 ? t('flows.ends') : String(place + 1);
  };
  const figure = figures ? (figures.get(step.id) ?? { reached: 0, left: 0 }) : null;
  return (
    <button
      type="button"
      className={css.step}
      data-type={step.type}
      data-here={here === step.id || undefined}
      onClick={() => select([step.id])}
    >
      <span className={css.number}>{at + 1}</span>
      <span className={css.inside}>
        <span className={css.kind}>
          <Icon size={16} stroke={1.8} aria-hidden />
          {t(word)}
          {plan.start === step.id && <span className={css.start}>{t('flows.start')}</span>}
          {own.length > 0 && <IconAlertTriangle size={16} stroke={1.8} className={css.fault} aria-label={t('flows.faults')} />}
        </span>
        <span className={css.text}>{textOf(step) ?? t('flows.card_no_text')}</span>
        <span className={css.exits}>
          {exitsOf(step).map(({ id, to }) => (
            <span key={id}>{t('flows.leads_to', { exit: exitName(step, id), to: numberOf(to) })}</span>
          ))}
        </span>
        {figure && <StepFigures {...figure} />}
      </span>
      <IconChevronRight size={18} stroke={1.6} aria-hidden className={css.open} />
    </button>
  );
}
