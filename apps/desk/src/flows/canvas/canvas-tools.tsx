import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { type Icon, IconArrowBackUp, IconArrowForwardUp, IconFocusCentered, IconMinus, IconPlus, IconSchema } from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { keysText } from '../../keys/key-names.tsx';
import { useFlow } from '../editor/flow-context.ts';
import type { FlowEditor } from '../editor/use-flow-editor.ts';
import { useStepActions } from '../editor/use-step.ts';
import css from './flow-canvas.module.css';
import { StepChoices } from './step-menu.tsx';
import { wholeView } from './use-canvas-view.ts';

type ToolProps = { icon: Icon; label: string; keys?: string; disabled?: boolean; onClick: () => void };

function Tool({ icon: Icon, label, keys, disabled, onClick }: ToolProps) {
  return (
    <Tooltip label={keys ? `${label}  ${keysText(keys)}` : label}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

/** What can be done to the diagram as a whole. */
export function CanvasTools({ editor, onTidy }: { editor: FlowEditor; onTidy: () => void }) {
  const t = useAdminWords();
  const { readOnly, plan } = useFlow();
  const { add, freeExit } = useStepActions();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="top-left" className={css.tools}>
      {!readOnly && (
        <>
          <Menu position="bottom-start" width={300}>
            <Menu.Target>
              <Button variant="subtle" color="gray" leftSection={<IconPlus size={16} stroke={2} />}>
                {t('flows.add_step')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <StepChoices onChoose={(type) => add(type, freeExit())} />
            </Menu.Dropdown>
          </Menu>
          <span className={css.rule} />
          <Tool icon={IconArrowBackUp} label={t('flows.undo')} keys="mod+z" disabled={!editor.canUndo} onClick={editor.undo} />
          <Tool icon={IconArrowForwardUp} label={t('flows.redo')} keys="mod+shift+z" disabled={!editor.canRedo} onClick={editor.redo} />
          <Tool icon={IconSchema} label={t('flows.tidy')} disabled={plan.steps.length === 0} onClick={onTidy} />
          <span className={css.rule} />
        </>
      )}
      <Tool icon={IconMinus} label={t('flows.zoom_out')} onClick={() => void zoomOut()} />
      <Tool icon={IconPlus} label={t('flows.zoom_in')} onClick={() => void zoomIn()} />
      <Tool icon={IconFocusCentered} label={t('flows.fit')} onClick={() => void fitView({ ...wholeView, duration: 150 })} />
    </Panel>
  );
}
