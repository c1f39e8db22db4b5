import type { FlowStep, FlowStepType } from '@madoguchi/contract/flows.ts';
import { Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { useStepActions } from '../editor/use-step.ts';
import { connect } from '../plan/edit.ts';
import { stepTypes } from '../plan/new-step.ts';
import { stepLooks } from '../step-looks.ts';

const END = '#end';
const NEW = '#new ';

type Props = { step: FlowStep; exit: { id: string; to: string | null }; label?: string };

/** Where an exit leads, chosen without a mouse: any step, the end, or a step that is made for it. */
export function ExitSelect({ step, exit, label }: Props) {
  const t = useAdminWords();
  const { plan, edit, order, nameOf, exitName } = useFlow();
  const { add } = useStepActions();
  const from = { from: step.id, exit: exit.id };
  const choose = (value: string | null) => {
    if (value === null) return;
    if (value.startsWith(NEW)) add(value.slice(NEW.length) as FlowStepType, from);
    else edit((now) => connect(now, from, value === END ? null : value));
  };
  const gone = exit.to !== null && !plan.steps.some(({ id }) => id === exit.to);
  return (
    <Select
      label={label ?? t('flows.exit_to')}
      aria-label={t('flows.exit_of', { exit: exitName(step, exit.id) })}
      allowDeselect={false}
      value={exit.to ?? END}
      error={gone && t('flows.fault_step_missing')}
      onChange={choose}
      maxDropdownHeight={320}
      data={[
        { value: END, label: t('flows.exit_nowhere') },
        { group: t('flows.list'), items: order.map((id) => ({ value: id, label: nameOf(id) })) },
        { group: t('flows.exit_new'), items: stepTypes.map((type) => ({ value: `${NEW}${type}`, label: `+ ${t(stepLooks[type].word)}` })) },
      ]}
    />
  );
}
