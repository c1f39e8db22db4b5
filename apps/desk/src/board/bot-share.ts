import type { BoardTotals } from '@madoguchi/contract/board.ts';

/** The share of what was resolved today that no person had, in whole percent; a dash where nothing was. */
export const botShare = ({ resolvedToday, resolvedByBotToday }: BoardTotals): string =>
  resolvedToday === 0 ? '–' : `${Math.round((resolvedByBotToday / resolvedToday) * 100)}%`;
