export const periods = ['any', 'week', 'month', 'year', 'days'] as const;
export type Period = (typeof periods)[number];
export const groups = ['conversations', 'customers', 'articles', 'orders'] as const;
export type Group = (typeof groups)[number];

/** What is searched for, as it stands in the address: a reload or a shared link shows the same. Days are those of whoever looks. */
export type SearchParams = {
  q?: string;
  only?: Group;
  period?: Period;
  from?: string;
  to?: string;
  channel?: string;
  inbox?: string;
  agent?: string;
  spam?: true;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined);
const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);

/** A number that was searched for reads as a number in an address. Nonsense is left out. */
export function searchParams(search: Record<string, unknown>): SearchParams {
  const period = periods.find((one) => one === search.period && one !== 'any');
  const q = typeof search.q === 'number' ? String(search.q) : text(search.q);
  const only = groups.find((one) => one === search.only);
  const from = period === 'days' ? day(search.from) : undefined;
  const to = period === 'days' ? day(search.to) : undefined;
  const [channel, inbox, agent] = [text(search.channel), text(search.inbox), text(search.agent)];
  return {
    ...(q ? { q } : {}),
    ...(only ? { only } : {}),
    ...(period ? { period } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(channel ? { channel } : {}),
    ...(inbox ? { inbox } : {}),
    ...(agent ? { agent } : {}),
    ...(search.spam === true ? { spam: true } : {}),
  };
}

/** Whether only conversations can be meant: customers and articles have no channel and nobody in charge. */
export const isNarrowed = ({ period, channel, inbox, agent, spam }: SearchParams): boolean =>
  Boolean(period || channel || inbox || agent || spam);

const DAYS = { week: 7, month: 30, year: 365 } as const;
const DAY_MS = 86_400_000;

/** The stretch of time that is meant, `to` not included; days begin at midnight where the reader is. */
export function stretchOf({ period, from, to }: SearchParams, now: number): { from?: string; to?: string } {
  if (!period || period === 'any') return {};
  const midnight = (of: string) => new Date(`${of}T00:00:00`);
  if (period === 'days')
    return {
      ...(from ? { from: midnight(from).toISOString() } : {}),
      ...(to ? { to: new Date(midnight(to).getTime() + DAY_MS).toISOString() } : {}),
    };
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  return { from: new Date(today.getTime() - DAYS[period] * DAY_MS).toISOString() };
}
