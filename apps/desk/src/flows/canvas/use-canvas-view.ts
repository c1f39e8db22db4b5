import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useFlow } from '../editor/flow-context.ts';
import { CARD } from '../plan/layout.ts';
import { startPlace } from './to-canvas.ts';

/** The whole diagram, however small that makes it; a short one not larger than life. */
export const wholeView = { padding: 0.1, maxZoom: 1 };
/** Below this the cards cannot be read. */
const READABLE = 0.75;
const EDGE = 48;

/** What part of the diagram is seen: at first all of it, or as much from its beginning as can be read; later the step that was gone to, or where a test run stands. Returns what shows the beginning again. */
export function useCanvasView(frame: RefObject<HTMLElement | null>): () => Promise<void> {
  const { plan, gone, here } = useFlow();
  const { fitView, getViewport, setViewport, setCenter } = useReactFlow();
  const measured = useNodesInitialized();
  const fitted = useRef(false);
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });

  const showBeginning = async () => {
    await fitView(wholeView);
    if (getViewport().zoom >= READABLE) return;
    const { x, y } = startPlace(latest.current);
    const middle = (frame.current?.clientHeight ?? 0) / 2;
    await setViewport({ x: EDGE - x * READABLE, y: middle - (y + CARD.height / 2) * READABLE, zoom: READABLE }, { duration: 150 });
  };

  // Only once every card has its size is it known what has to fit.
  useEffect(() => {
    if (!measured || fitted.current) return;
    fitted.current = true;
    void showBeginning();
  });

  const wanted = useRef<(id: string) => void>(() => undefined);
  useEffect(() => {
    wanted.current = (id) => {
      const step = plan.steps.find((one) => one.id === id);
      if (!step || !frame.current) return;
      const { x, y, zoom } = getViewport();
      const left = step.place.x * zoom + x;
      const top = step.place.y * zoom + y;
      const { clientWidth, clientHeight } = frame.current;
      const isSeen = left >= 0 && top >= 0 && left + CARD.width * zoom <= clientWidth && top + CARD.height * zoom <= clientHeight;
      // What is in view already stays where it is.
      if (isSeen) return;
      const at = { x: step.place.x + CARD.width / 2, y: step.place.y + CARD.height / 2 };
      void setCenter(at.x, at.y, { zoom: Math.max(zoom, READABLE), duration: 150 });
    };
  });
  useEffect(() => {
    if (gone) wanted.current(gone.id);
  }, [gone]);
  useEffect(() => {
    if (here) wanted.current(here);
  }, [here]);

  return showBeginning;
}
