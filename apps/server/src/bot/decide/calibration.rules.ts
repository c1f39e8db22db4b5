// Pure: what the model's probability is really worth here, and how sure the bot must be for the share of right answers that is wanted.
import type { Calibration } from './decide.types.ts';

/** Of a question whose right answer is known: what the model thought of its first hit, and whether that was right. */
export type Judged = { correct: number; right: boolean };

export const AS_SHIPPED: Calibration = { slope: 1, offset: 0 };

/** Fewer say too little: with 50 the number shown was off by .03–.08 of the share measured on eleven sets, before by .04–.17. */
export const ENOUGH_JUDGED = 50;

/**
 * For a share of right answers the least probability that gave it without any fitting: the mean of ten open sets of Japanese and
 * English questions with and without an answer (npm run eval:answers), each weighing the same.
 */
const SHIPPED_BARS: readonly (readonly [share: number, bar: number])[] = [
  [0.85, 0.1],
  [0.88, 0.3],
  [0.9, 0.6],
  [0.93, 0.7],
  [0.95, 0.82],
  [0.97, 0.92],
  [0.98, 0.95],
  [0.99, 0.97],
];

/** How much the shipped model is believed against the workspace's own questions. */
const PRIOR = 10;
const STEPS = 50;
const EDGE = 1e-6;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const logit = (p: number): number => Math.log(Math.max(EDGE, p) / Math.max(EDGE, 1 - p));

/** The probability as it was measured here. Rises with the model's own. */
export const calibrated = (p: number, { slope, offset }: Calibration): number =>
  slope === 1 && offset === 0 ? p : sigmoid(slope * logit(p) + offset);

/** Platt scaling (1999) by Newton's method, drawn towards the shipped model; as shipped for want of questions. */
export function fitCalibration(judged: readonly Judged[]): Calibration {
  if (judged.length < ENOUGH_JUDGED) return AS_SHIPPED;
  const data = judged.map(({ correct, right }) => ({ x: logit(correct), y: right ? 1 : 0 }));
  let [slope, offset] = [1, 0];
  for (let step = 0; step < STEPS; step++) {
    let [bySlope, byOffset] = [PRIOR * (slope - 1), offset];
    let [slopeSlope, slopeOffset, offsetOffset] = [PRIOR, 0, 1];
    for (const { x, y } of data) {
      const p = sigmoid(slope * x + offset);
      const weight = p * (1 - p);
      bySlope += (p - y) * x;
      byOffset += p - y;
      slopeSlope += weight * x * x;
      slopeOffset += weight * x;
      offsetOffset += weight;
    }
    const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
    slope -= (offsetOffset * bySlope - slopeOffset * byOffset) / determinant;
    offset -= (slopeSlope * byOffset - slopeOffset * bySlope) / determinant;
  }
  // Surer must never mean less likely.
  return { slope: Math.max(0.1, slope), offset };
}

/**
 * The least calibrated probability at which to answer so that `share` of all answers are right: fitted to the workspace's own questions
 * when there are enough, else the shipped one. Rises with the share.
 */
export function barFor(share: number, judged: readonly Judged[], calibration: Calibration): number {
  if (judged.length < ENOUGH_JUDGED) return shippedBar(share);
  const falling = judged.map(({ correct }) => calibrated(correct, calibration)).sort((a, b) => b - a);
  let bar = share;
  let sum = 0;
  for (const [i, p] of falling.entries()) {
    sum += p;
    if (sum / (i + 1) < share) break;
    bar = Math.min(bar, p);
  }
  return bar;
}

function shippedBar(share: number): number {
  const above = SHIPPED_BARS.findIndex(([known]) => known >= share);
  if (above <= 0) return SHIPPED_BARS.at(above)![1];
  const [[from, low], [to, high]] = [SHIPPED_BARS[above - 1]!, SHIPPED_BARS[above]!];
  return low + ((high - low) * (share - from)) / (to - from);
}
