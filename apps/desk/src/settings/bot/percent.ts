/** 0.934 → 93: whole percent, as shares are shown. */
export const percent = (share: number): number => Math.round(100 * share);
