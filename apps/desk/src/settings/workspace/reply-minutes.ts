/** How soon agents reply, as a company would say it; any other number that is stored stays choosable. */
const usual = [2, 5, 10, 30, 60, 180, 360, 1440, 2880] as const;

export const replyChoices = (stored: number): number[] => [...new Set<number>([...usual, stored])].sort((a, b) => a - b);

/** 90 → 90 minutes, 180 → 3 hours, 1440 → 1 day. */
export function spanOf(minutes: number): { word: 'span.minutes' | 'span.hours' | 'span.days'; count: number } {
  if (minutes % 1440 === 0) return { word: 'span.days', count: minutes / 1440 };
  if (minutes % 60 === 0) return { word: 'span.hours', count: minutes / 60 };
  return { word: 'span.minutes', count: minutes };
}
