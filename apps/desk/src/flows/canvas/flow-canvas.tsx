import '@xyflow/react/dist/base.css';
import { Button, Menu } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { Background, type Connection, MiniMap, type OnConnectEnd, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFlow } from '../editor/flow-context.ts';
import type { FlowEditor } from '../editor/use-flow-editor.ts';
import { useStepActions } from '../editor/use-step.ts';
import { connect, type From, moveSteps } from '../plan/edit.ts';
import { CARD, layout } from '../plan/layout.ts';
import type { Point } from '../plan/new-step.ts';
import { CanvasTools } from './canvas-tools.tsx';
import css from './flow-canvas.module.css';
import { StartNode } from './start-node.tsx';
import { DropMenu, StepChoices } from './step-menu.tsx';
import { StepNode } from './step-node.tsx';
import { edgesOf, START } from './to-canvas.ts';
import { useCanvasNodes } from './use-canvas-nodes.ts';
import { useCanvasView } from './use-canvas-view.ts';
import { useCanvasWords } from './use-canvas-words.ts';

const nodeTypes = { step: StepNode, start: StartNode };
type Drop = { at: { left: number; top: number }; place: Point; from: From };

const fromOf = (id: string, exit: string | null | undefined): From => ({ from: id === START ? null : id, exit: exit ?? 'next' });

/** The flow as a diagram: drawn, moved, connected and walked with mouse, finger or keys. */
export function FlowCanvas({ editor }: { editor: FlowEditor }) {
  return (
    <ReactFlowProvider>
      <Canvas editor={editor} />
    </ReactFlowProvider>
  );
}

function Canvas({ editor }: { editor: FlowEditor }) {
  const t = useAdminWords();
  const { plan, edit, readOnly, select, nameOf } = useFlow();
  const { add, remove } = useStepActions();
  const { nodes, sizes, onNodesChange } = useCanvasNodes();
  const { screenToFlowPosition } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const [way, setWay] = useState<string | null>(null);
  const labels = useCanvasWords();
  const edges = edgesOf(plan, (from, to) => t('flows.way_name', { from: from ? nameOf(from) : t('flows.start'), to: nameOf(to) }), way);

  const showBeginning = useCanvasView(frame);

  const onConnect = ({ source, sourceHandle, target }: Connection) => edit((now) => connect(now, fromOf(source, sourceHandle), target));

  const onConnectEnd: OnConnectEnd = (event, { fromNode, fromHandle, isValid }) => {
    if (isValid || !fromNode || fromHandle?.type !== 'source') return;
    const point = 'changedTouches' in event ? event.changedTouches[0]! : event;
    const under = document.elementFromPoint(point.clientX, point.clientY)?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const from = fromOf(fromNode.id, fromHandle.id);
    if (under === fromNode.id || under === START) return;
    if (under) return edit((now) => connect(now, from, under));
    const box = frame.current!.getBoundingClientRect();
    const place = screenToFlowPosition({ x: point.clientX, y: point.clientY });
    setDrop({ at: { left: point.clientX - box.left, top: point.clientY - box.top }, place: { x: place.x, y: place.y - 20 }, from });
  };

  const tidy = () => {
    edit((now) =>
      moveSteps(
        now,
        layout(now, (id) => sizes[id]?.height ?? CARD.height),
      ),
    );
    // The cards stand in their new places only after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => void showBeginning()));
  };

  return (
    <div ref={frame} className={css.canvas}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={(changes) => {
          for (const change of changes) if (change.type === 'select') setWay(change.selected ? change.id : null);
        }}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onBeforeDelete={async ({ nodes: gone, edges: freed }) => {
          const ids = gone.map(({ id }) => id).filter((id) => id !== START);
          if (ids.length > 0) remove(ids);
          else edit((now) => freed.reduce((plan, { source, sourceHandle }) => connect(plan, fromOf(source, sourceHandle), null), now));
          return false;
        }}
        onPaneClick={() => select([])}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        deleteKeyCode={readOnly ? null : ['Delete', 'Backspace']}
        minZoom={0.2}
        maxZoom={1.5}
        connectionRadius={28}
        ariaLabelConfig={labels}
        aria-label={t('flows.canvas')}
      >
        <Background gap={20} size={1.5} />
        <MiniMap pannable zoomable position="bottom-right" style={{ width: 160, height: 104 }} />
        <CanvasTools editor={editor} onTidy={tidy} />
      </ReactFlow>
      {plan.steps.length === 0 && !readOnly && (
        <div className={css.empty}>
          <Empty icon={IconSitemap} title={t('flows.empty_title')} text={t('flows.empty_text')}>
            <Menu width={300}>
              <Menu.Target>
                <Button leftSection={<IconPlus size={16} stroke={2} />}>{t('flows.add_step')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <StepChoices onChoose={(type) => add(type, null)} />
              </Menu.Dropdown>
            </Menu>
          </Empty>
        </div>
      )}
      {drop && (
        <DropMenu
          at={drop.at}
          onClose={() => setDrop(null)}
          onChoose={(type) => {
            add(type, drop.from, drop.place);
            setDrop(null);
          }}
        />
      )}
    </div>
  );
}
