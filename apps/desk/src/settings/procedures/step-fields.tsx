import type { ProcedureStep } from '@madoguchi/contract/procedures.ts';
import { ActionIcon, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { MoveButtons } from '../move-buttons.tsx';
import type { ProcedureFormState } from './procedure-form.tsx';
import { ofKind } from './procedure-values.ts';
import css from './procedures.module.css';
import { WhatField } from './what-field.tsx';

const KINDS = ['do', 'field', 'canned'] as const;

type Props = {
  form: ProcedureFormState;
  step: ProcedureStep;
  at: number;
  last: number;
  onChange: (step: ProcedureStep) => void;
  onMove: (to: number) => void;
  onRemove: (() => void) | null;
  onDragStart: () => void;
  onDragEnd: () => void;
};

/** One step: what it is called, of which kind, how it is done, and whether it must be. */
export function StepFields({ form, step, at, last, onChange, onMove, onRemove, onDragStart, onDragEnd }: Props) {
  const t = useAdminWords();
  const path = `steps.${step.id}`;
  const number = String(at + 1);
  return (
    <>
      <div className={css.grip}>
        <button
          type="button"
          draggable
          className={css.handle}
          title={t('procedures.drag')}
          aria-label={t('procedures.drag')}
          onDragStart={onDragStart}
          onDragEnd={onDragEnd}
        >
          <IconGripVertical size={16} stroke={1.6} aria-hidden />
        </button>
        <span className={css.number}>{number}</span>
      </div>
      <div className={css.stepFields}>
        <TextInput
          aria-label={t('procedures.step_title_of', { number })}
          placeholder={t('procedures.step_title_example')}
          maxLength={100}
          autoComplete="off"
          value={step.title}
          error={form.error(`${path}.title`)}
          onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
          onBlur={() => step.title !== '' && form.touch(`${path}.title`)}
        />
        <div className={css.pair}>
          <Select
            aria-label={t('procedures.kind_of', { number })}
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`procedures.kind_${kind}`) }))}
            value={step.kind}
            onChange={(kind) => kind && onChange(ofKind(step, kind as ProcedureStep['kind']))}
          />
          <WhatField step={step} error={form.error(`${path}.what`)} onChange={onChange} />
        </div>
        <Textarea
          aria-label={t('procedures.help_of', { number })}
          placeholder={t('procedures.help_example')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          value={step.help}
          onChange={(event) => onChange({ ...step, help: event.currentTarget.value })}
        />
        <Checkbox
          label={t('procedures.required')}
          checked={step.required}
          onChange={(event) => onChange({ ...step, required: event.currentTarget.checked })}
        />
      </div>
      <div className={css.moves}>
        <MoveButtons name={t('procedures.step_title_of', { number })} at={at} last={last} onMove={(by) => onMove(at + by)} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          disabled={!onRemove}
          aria-label={t('procedures.remove_step', { number })}
          onClick={() => onRemove?.()}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
    </>
  );
}
