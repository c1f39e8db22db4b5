import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { ProcedureFormState } from './procedure-form.tsx';
import { movedTo, newStep } from './procedure-values.ts';
import css from './procedures.module.css';
import { StepFields } from './step-fields.tsx';

const MOST = 30;

/** The steps in their order: moved by dragging, with the arrows, or with ⌥↑ and ⌥↓. */
export function StepsEditor({ form }: { form: ProcedureFormState }) {
  const t = useAdminWords();
  const { steps } = form.values;
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => form.set({ steps: movedTo(steps, from, to) });
  const endDrag = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    <>
      <ol className={css.steps}>
        {steps.map((step, at) => (
          <li
            key={step.id}
            className={css.step}
            data-over={(over === at && dragged !== at) || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(at);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, at);
              endDrag();
            }}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
            }}
          >
            <StepFields
              form={form}
              step={step}
              at={at}
              last={steps.length - 1}
              onChange={(changed) => form.set({ steps: steps.with(at, changed) })}
              onMove={(to) => move(at, to)}
              onRemove={steps.length > 1 ? () => form.set({ steps: steps.toSpliced(at, 1) }) : null}
              onDragStart={() => setDragged(at)}
              onDragEnd={endDrag}
            />
          </li>
        ))}
      </ol>
      {steps.length < MOST && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => form.set({ steps: [...steps, newStep()] })}
        >
          {t('procedures.add_step')}
        </Button>
      )}
    </>
  );
}
