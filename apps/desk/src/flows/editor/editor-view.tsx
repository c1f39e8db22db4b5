import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import forms from '../../admin/forms.module.css';
import { usePhone } from '../../admin/use-phone.ts';
import { useSaveKey } from '../../admin/use-save-key.ts';
import { useCan } from '../../app/me.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { FiguresBar } from '../figures/figures-bar.tsx';
import { figuresQuery } from '../flows.queries.ts';
import { FlowPanel } from '../panel/flow-panel.tsx';
import { StepPanel } from '../panel/step-panel.tsx';
import { StepList } from '../phone/step-list.tsx';
import { tidyPlan } from '../plan/tidy.ts';
import { TestPanel } from '../test-run/test-panel.tsx';
import { useTestRun } from '../test-run/use-test-run.ts';
import { type Version, VersionsPanel } from '../versions/versions-panel.tsx';
import { EditorHead } from './editor-head.tsx';
import { EditorNotices } from './editor-notices.tsx';
import css from './editor-view.module.css';
import { FlowContext } from './flow-context.ts';
import { useDesk } from './use-desk.ts';
import type { FlowEditor } from './use-flow-editor.ts';
import { useGuardFlow } from './use-guard-flow.ts';
import { useUndoKeys } from './use-undo-keys.ts';

export type Pane = 'edit' | 'test' | 'versions';
/** A state of the flow that is looked at in place of the plan: nothing can be changed meanwhile. */
export type Looking = Pick<Version, 'version' | 'savedBy' | 'plan'>;

/** The desk of whoever draws a flow: the diagram, and beside it the form, the test or the versions. */
export function EditorView({ editor }: { editor: FlowEditor }) {
  const t = useAdminWords();
  const phone = usePhone();
  const mayWrite = useCan('knowledge.write');
  const [pane, setPane] = useState<Pane>('edit');
  const [settings, setSettings] = useState(false);
  const [looking, setLooking] = useState<Looking | null>(null);
  const [days, setDays] = useState<number | null>(null);
  const figures = useQuery({ ...figuresQuery(editor.flow.id, days ?? 30), enabled: days !== null });
  const byStep = useMemo(
    () => (days === null || !figures.data ? null : new Map(figures.data.steps.map((step) => [step.stepId, step]))),
    [days, figures.data],
  );
  const plan = looking?.plan ?? editor.plan;
  const run = useTestRun(useMemo(() => tidyPlan(plan, t('flows.untitled')), [plan, t]));
  const desk = useDesk({
    plan,
    edit: editor.edit,
    readOnly: !mayWrite || looking !== null,
    faults: looking ? [] : editor.faults,
    figures: byStep,
    here: pane === 'test' ? (run.played?.at ?? run.played?.said.at(-1)?.step ?? null) : null,
  });
  useSaveKey(() => void editor.save(), mayWrite && editor.dirty && !looking);
  useUndoKeys(editor, !desk.readOnly);
  useGuardFlow(editor);

  const open = (wanted: Pane) => {
    if (wanted === 'test') desk.select([]);
    setPane(wanted);
  };
  const close = () => {
    setPane('edit');
    setLooking(null);
  };
  const step = desk.selected.length === 1 ? plan.steps.find(({ id }) => id === desk.selected[0]) : undefined;
  const side =
    pane === 'test' ? (
      <TestPanel run={run} onClose={close} />
    ) : pane === 'versions' ? (
      <VersionsPanel flow={editor.flow} looking={looking?.version ?? null} onLook={setLooking} onClose={close} />
    ) : step ? (
      <StepPanel key={step.id} step={step} onClose={() => desk.select([])} />
    ) : (
      <FlowPanel dirty={editor.dirty} onClose={phone ? () => setSettings(false) : undefined} />
    );
  const showsSide = pane !== 'edit' || step !== undefined || settings;
  return (
    <FlowContext value={desk}>
      <div className={css.frame}>
        <EditorHead
          editor={editor}
          mayWrite={mayWrite}
          pane={pane}
          onPane={(wanted) => (wanted === pane ? close() : open(wanted))}
          figures={days !== null}
          onFigures={() => setDays((now) => (now === null ? 30 : null))}
        />
        <EditorNotices editor={editor} looking={looking} onLook={setLooking} onFaulty={() => desk.select([])} />
        {days !== null && <FiguresBar days={days} onDays={setDays} figures={figures.data} error={figures.error} />}
        {phone ? (
          <div className={`${css.phone} ${forms.forms}`}>
            <StepList onSettings={() => setSettings(true)} />
            <Drawer
              opened={showsSide}
              onClose={() => {
                setSettings(false);
                desk.select([]);
                close();
              }}
              position="bottom"
              size="92%"
              withCloseButton={false}
              classNames={{ body: `${css.drawer} ${forms.forms}` }}
              aria-label={t('flows.panel_step')}
            >
              {side}
            </Drawer>
          </div>
        ) : (
          <div className={css.columns}>
            <FlowCanvas key={looking?.version ?? 'own'} editor={editor} />
            <aside className={`${css.side} ${forms.forms}`}>{side}</aside>
          </div>
        )}
      </div>
    </FlowContext>
  );
}
