/** Over how many days answers are looked at. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

/** What the page of answers shows; left out: everything. */
export type SurveySearch = { days?: Period; inbox?: string; agent?: string; rating?: number; commented?: true };

const idOf = (value: unknown, prefix: string) =>
  typeof value === 'string' && new RegExp(`^${prefix}_[0-9a-z]{26}$`).test(value) ? value : undefined;

/** What can be read from an address. */
export const surveySearch = ({ days, inbox, agent, rating, commented }: Record<string, unknown>): SurveySearch => ({
  days: PERIODS.find((period) => period === days),
  inbox: idOf(inbox, 'ibx'),
  agent: agent === 'bot' ? 'bot' : idOf(agent, 'agt'),
  rating: typeof rating === 'number' && [1, 2, 3, 4, 5].includes(rating) ? rating : undefined,
  commented: commented === true || undefined,
});
