import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { CARD, GAP } from './layout.ts';
import type { Point } from './new-step.ts';

const STEP_DOWN = 24;

/** The nearest place below `wish` where a card covers no other. Cards are taken as a little higher than usual: some have many exits. */
export function freePlace({ steps }: Pick<FlowPlan, 'steps'>, wish: Point): Point {
  const covers = ({ x, y }: Point) =>
    steps.some(({ place }) => Math.abs(place.x - x) < CARD.width + 16 && Math.abs(place.y - y) < CARD.height + 24);
  const place = { x: Math.round(wish.x), y: Math.round(wish.y) };
  while (covers(place)) place.y += STEP_DOWN;
  return place;
}

/** Where a step belongs that follows `from`: to its right. */
export const placeAfter = (plan: Pick<FlowPlan, 'steps'>, from: Point): Point =>
  freePlace(plan, { x: from.x + CARD.width + GAP.x, y: from.y });
