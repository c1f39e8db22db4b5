import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import { waysOf } from './exits.ts';
import type { Point } from './new-step.ts';

/** All lengths in pixels of the unscaled canvas. */
export const CARD = { width: 248, height: 132 };
/** Below a card there is room for its figures, too. */
export const GAP = { x: 72, y: 56 };

/** Steps in the order a customer meets them: breadth first from the beginning, then what cannot be reached, as it stands in the plan. */
export function readingOrder(plan: Pick<FlowPlan, 'start' | 'steps'>): string[] {
  const following = Map.groupBy(waysOf(plan), ({ from }) => from);
  const order = new Set<string>();
  const walk = (first: string) => {
    const queue = [first];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (order.has(id)) continue;
      order.add(id);
      queue.push(...(following.get(id) ?? []).map(({ to }) => to));
    }
  };
  if (plan.steps.some(({ id }) => id === plan.start)) walk(plan.start!);
  for (const { id } of plan.steps) walk(id);
  return [...order];
}

/**
 * The column of each step: one further than the furthest step that leads to it, so that ways point to the right. Ways back (rounds)
 * are left out of the count: a way counts as one back when it leads to a step that is still being walked.
 */
function columnsOf(plan: Pick<FlowPlan, 'start' | 'steps'>): Map<string, number> {
  const following = Map.groupBy(waysOf(plan), ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const settled: string[] = [];
  const forward = new Map<string, string[]>();
  const visit = (id: string) => {
    state.set(id, 'open');
    const targets: string[] = [];
    for (const { to } of following.get(id) ?? []) {
      if (state.get(to) === 'open') continue;
      targets.push(to);
      if (!state.has(to)) visit(to);
    }
    forward.set(id, targets);
    state.set(id, 'done');
    settled.push(id);
  };
  for (const id of readingOrder(plan)) if (!state.has(id)) visit(id);
  const columns = new Map<string, number>();
  for (const id of settled.toReversed()) {
    const own = columns.get(id) ?? 0;
    columns.set(id, own);
    for (const to of forward.get(id) ?? []) columns.set(to, Math.max(columns.get(to) ?? 0, own + 1));
  }
  return columns;
}

/** A card, or room kept for a way that passes by it. `wish`: where its middle would be best. */
type Item = { id: string; height: number; wish: number | undefined };

const LANE = 8;
const laneOf = ({ from, to }: { from: string; to: string }, column: number) => `${from} > ${to} @ ${column}`;

/**
 * Where every step stands when tidied: columns from left to right, in each column the steps beside those that lead to them, none over
 * another, and none in the way of one that leads past its column. `heightOf`: how high a card is on screen.
 */
export function layout(
  plan: Pick<FlowPlan, 'start' | 'steps'>,
  heightOf: (id: string) => number = () => CARD.height,
): Record<string, Point> {
  const columns = columnsOf(plan);
  const columnOf = (id: string) => columns.get(id) ?? 0;
  const order = readingOrder(plan);
  const leaving = Map.groupBy(waysOf(plan), ({ from }) => from);
  const ways = [...leaving.values()].flatMap((own) => own.map((way, at) => ({ ...way, at })));
  const forward = ways.filter(({ from, to }) => columnOf(from) < columnOf(to));
  const middles = new Map<string, number>();
  const places: Record<string, Point> = {};
  const last = Math.max(-1, ...columns.values());
  for (let column = 0; column <= last; column += 1) {
    // Where a way comes from, as seen from this column. A lower exit wishes a little lower.
    const comes = (way: (typeof ways)[number]) => middles.get(laneOf(way, column - 1)) ?? middles.get(way.from)! + way.at;
    const cards = order
      .filter((id) => columnOf(id) === column)
      .map((id): Item => ({ id, height: heightOf(id), wish: mean(forward.filter(({ to }) => to === id).map(comes)) }));
    const passing = forward.filter(({ from, to }) => columnOf(from) < column && column < columnOf(to));
    const lanes = new Map(
      passing.map((way): [string, Item] => [laneOf(way, column), { id: laneOf(way, column), height: LANE, wish: comes(way) }]),
    );
    const sorted = [...cards, ...lanes.values()].toSorted((a, b) => (a.wish ?? LOWEST) - (b.wish ?? LOWEST));
    for (const { id, height, y } of stack(sorted)) {
      middles.set(id, y + height / 2);
      if (!lanes.has(id)) places[id] = { x: column * (CARD.width + GAP.x), y: Math.round(y) };
    }
  }
  return places;
}

/** What nothing leads to stands below everything else. */
const LOWEST = Number.MAX_SAFE_INTEGER;

const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** One under the other, as near to where each wishes to be as the order allows, the column centered on its wishes. */
function stack(items: readonly Item[]): (Item & { y: number })[] {
  let free = Number.NEGATIVE_INFINITY;
  const offs: number[] = [];
  const rows = items.map((item) => {
    const wish = item.wish === undefined ? Math.max(free, 0) : item.wish - item.height / 2;
    const y = Math.max(free, wish);
    free = y + item.height + GAP.y;
    offs.push(y - wish);
    return { ...item, y };
  });
  const shift = mean(offs) ?? 0;
  return rows.map((row) => ({ ...row, y: row.y - shift }));
}
