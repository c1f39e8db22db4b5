import type { FlowStepType } from '@madoguchi/contract/flows.ts';
import { Menu } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { stepTypes } from '../plan/new-step.ts';
import { stepLooks } from '../step-looks.ts';
import css from './flow-canvas.module.css';

/** The kinds of steps to choose from, each with what it does: the inside of a menu. */
export function StepChoices({ onChoose }: { onChoose: (type: FlowStepType) => void }) {
  const t = useAdminWords();
  return stepTypes.map((type) => {
    const { icon: Icon, word, text } = stepLooks[type];
    return (
      <Menu.Item key={type} leftSection={<Icon size={18} stroke={1.6} />} onClick={() => onChoose(type)}>
        {t(word)}
        <span className={css.choiceText}>{t(text)}</span>
      </Menu.Item>
    );
  });
}

type At = { left: number; top: number };

/** The kinds of steps where a way was dropped on empty canvas. */
export function DropMenu({ at, onChoose, onClose }: { at: At; onChoose: (type: FlowStepType) => void; onClose: () => void }) {
  const t = useAdminWords();
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={300} returnFocus>
      <Menu.Target>
        <span className={css.drop} style={at} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('flows.dropped')}</Menu.Label>
        <StepChoices onChoose={onChoose} />
      </Menu.Dropdown>
    </Menu>
  );
}
