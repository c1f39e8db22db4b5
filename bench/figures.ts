/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

export const spread = (samples: readonly number[]) => ({
  p50: round(percentile(samples, 0.5), 2),
  p99: round(percentile(samples, 0.99), 2),
  max: round(Math.max(...samples), 2),
  samples: samples.length,
});
