import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { useFlow } from '../editor/flow-context.ts';
import { exitsOf } from '../plan/exits.ts';
import { namesIn } from '../plan/new-step.ts';
import { renameAnswer } from '../plan/rename.ts';
import { answerKindWord } from '../plan/tell.ts';
import { ExitSelect } from './exit-select.tsx';
import { LookUpFields } from './look-up-fields.tsx';
import { NameField } from './name-field.tsx';
import { OptionsFields } from './options-fields.tsx';
import css from './panel.module.css';
import { ProofSelect } from './proof-select.tsx';
import { RulesFields } from './rules-fields.tsx';
import { TextField } from './text-field.tsx';

type Props<Type extends FlowStep['type']> = {
  step: Extract<FlowStep, { type: Type }>;
  onChange: (step: FlowStep, key?: string) => void;
};

const answerKinds = ['text', 'email', 'phone', 'number', 'date', 'order_number'] as const;
const ANY = '#any';
const FIRST = '#first';

function AskFields({ step, onChange }: Props<'ask'>) {
  const t = useAdminWords();
  const { plan, edit } = useFlow();
  const others = namesIn({ steps: plan.steps.filter(({ id }) => id !== step.id) });
  return (
    <>
      <Select
        label={t('flows.kind')}
        description={t('flows.kind_help')}
        allowDeselect={false}
        value={step.kind}
        data={answerKinds.map((kind) => ({ value: kind, label: answerKindWord(t, kind) }))}
        onChange={(kind) => onChange({ ...step, kind: answerKinds.find((one) => one === kind) ?? 'text' })}
      />
      <NameField
        label={t('flows.field')}
        help={t('flows.field_help')}
        value={step.field}
        taken={others.includes(step.field)}
        onChange={(field) => edit((now) => renameAnswer(now, { ...step, field }, step.field, field))}
      />
    </>
  );
}

function AnswerFields({ step, onChange }: Props<'answer'>) {
  const t = useAdminWords();
  const names = namesIn(useFlow().plan);
  const choices = step.question && !names.includes(step.question) ? [step.question, ...names] : names;
  return (
    <Select
      label={t('flows.question')}
      allowDeselect={false}
      value={step.question ?? FIRST}
      data={[{ value: FIRST, label: t('flows.question_first') }, ...choices]}
      onChange={(question) => onChange({ ...step, question: question === FIRST ? null : question })}
    />
  );
}

function HandOffFields({ step, onChange }: Props<'hand_off'>) {
  const t = useAdminWords();
  const teams = useQuery(teamsQuery).data?.items;
  return (
    <Select
      label={t('flows.team')}
      description={t('flows.team_help')}
      allowDeselect={false}
      value={step.teamId ?? ANY}
      error={teams && step.teamId && !teams.some(({ id }) => id === step.teamId) ? t('flows.fault_team_missing') : undefined}
      data={[{ value: ANY, label: t('flows.team_any') }, ...(teams ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChange({ ...step, teamId: id === ANY ? null : id })}
    />
  );
}

function OwnFields({ step, onChange }: { step: FlowStep; onChange: (step: FlowStep, key?: string) => void }) {
  const t = useAdminWords();
  switch (step.type) {
    case 'say':
      return null;
    case 'buttons':
      return <OptionsFields step={step} onChange={onChange} />;
    case 'ask':
      return <AskFields step={step} onChange={onChange} />;
    case 'branch':
      return <RulesFields step={step} onChange={onChange} />;
    case 'look_up':
      return <LookUpFields step={step} onChange={onChange} />;
    case 'identify':
      return (
        <>
          <ProofSelect value={step.by} onChange={(by) => onChange({ ...step, by })} />
          <p className={css.hint}>{t('flows.identify_help')}</p>
        </>
      );
    case 'answer':
      return <AnswerFields step={step} onChange={onChange} />;
    case 'hand_off':
      return <HandOffFields step={step} onChange={onChange} />;
  }
}

const ownTextWords: Partial<Record<FlowStep['type'], AdminKey>> = { hand_off: 'flows.text_hand_off', identify: 'flows.text_identify' };

/** Everything of one step that can be written. Options and rules have their exits beside them; the other exits stand below. */
export function StepFields({ step, onChange }: { step: FlowStep; onChange: (step: FlowStep, key?: string) => void }) {
  const t = useAdminWords();
  const { exitName } = useFlow();
  const exits = step.type === 'buttons' || step.type === 'branch' ? [] : exitsOf(step);
  return (
    <>
      {'text' in step && (
        <TextField
          label={t(ownTextWords[step.type] ?? 'flows.text')}
          value={step.text}
          onChange={(text) => onChange({ ...step, text }, 'text')}
        />
      )}
      <OwnFields step={step} onChange={onChange} />
      {exits.map((exit) => (
        <ExitSelect
          key={exit.id}
          step={step}
          exit={exit}
          label={exits.length > 1 || exit.id !== 'next' || step.type === 'answer' ? exitName(step, exit.id) : t('flows.exit_to')}
        />
      ))}
    </>
  );
}
