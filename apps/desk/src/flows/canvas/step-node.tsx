import type { FlowFault, FlowStep } from '@madoguchi/contract/flows.ts';
import { IconAlertTriangle, IconInfoCircle, IconPlayerPlayFilled } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react';
import { memo, useEffect } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faultWord } from '../panel/fault-word.ts';
import { stepLooks } from '../step-looks.ts';
import { StepFigures } from './step-figures.tsx';
import css from './step-node.module.css';

export type StepNodeData = {
  step: FlowStep;
  text: string | null;
  exits: { id: string; name: string; free: boolean }[];
  faults: FlowFault[];
  figures: { reached: number; left: number } | null;
  here: boolean;
  fixed: boolean;
};
export type StepNodeType = Node<StepNodeData, 'step'>;

/** A step as a card: what it is, what it says, and every way out with a handle to draw from. */
export const StepNode = memo(function StepNode({ id, data, selected }: NodeProps<StepNodeType>) {
  const { step, text, exits, faults, figures, here, fixed } = data;
  const t = useAdminWords();
  const { icon: Icon, word } = stepLooks[step.type];
  const update = useUpdateNodeInternals();
  // The handles move when the exits change, even where the card keeps its size.
  const shape = exits.map((exit) => exit.id).join();
  useEffect(() => {
    if (shape !== '') update(id);
  }, [update, id, shape]);
  const worst = faults.find(({ severity }) => severity === 'error') ?? faults[0];
  return (
    <div
      className={css.card}
      data-type={step.type}
      data-selected={selected || undefined}
      data-here={here || undefined}
      data-fault={worst?.severity}
    >
      <Handle type="target" id="in" position={Position.Left} className={css.in} isConnectable={!fixed} />
      <header className={css.head}>
        <span className={css.icon}>
          <Icon size={16} stroke={1.8} aria-hidden />
        </span>
        <span className={css.kind}>{t(word)}</span>
        {here && (
          <span className={css.here} title={t('flows.at_here')}>
            <IconPlayerPlayFilled size={12} aria-hidden />
            <span className="visually-hidden">{t('flows.at_here')}</span>
          </span>
        )}
        {worst && (
          <span className={css.fault} title={faults.map(({ code }) => t(faultWord(code))).join('\n')}>
            {worst.severity === 'error' ? <IconAlertTriangle size={16} stroke={1.8} /> : <IconInfoCircle size={16} stroke={1.8} />}
          </span>
        )}
      </header>
      <p className={text === null ? css.missing : css.text}>
        {text ?? t(step.type === 'look_up' ? 'flows.card_no_url' : 'flows.card_no_text')}
      </p>
      {exits.length > 0 && (
        <ul className={css.exits}>
          {exits.map((exit) => (
            <li key={exit.id} className={css.exit} data-free={exit.free || undefined}>
              <span className={css.exitName}>{exit.name}</span>
              <Handle type="source" id={exit.id} position={Position.Right} className={css.out} isConnectable={!fixed} />
            </li>
          ))}
        </ul>
      )}
      {figures && <StepFigures {...figures} />}
    </div>
  );
});
