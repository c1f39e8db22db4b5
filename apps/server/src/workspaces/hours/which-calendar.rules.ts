// Pure: whose hours count.
import type { Calendar } from '@madoguchi/contract/calendars.ts';
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';

/** Business hours by the wall clock of a time zone. */
export type ZonedHours = { hours: BusinessHours; timezone: string };

/** Whose matter it is: the contract of the customer, the inbox, and its brand; null where there is none. */
export type ForWhom = { contract: string | null; inboxId: string | null; brandId: string | null };

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** The hours that apply: the contract's, else the inbox's, else the brand's, else the workspace's. */
export function hoursThatApply(
  calendars: readonly Pick<Calendar, 'hours' | 'timezone' | 'uses'>[],
  byDefault: ZonedHours,
  { contract, inboxId, brandId }: ForWhom,
): ZonedHours {
  const named = contract ? plain(contract) : '';
  const found =
    calendars.find(({ uses }) => named !== '' && uses.contracts.some((one) => plain(one) === named)) ??
    calendars.find(({ uses }) => inboxId !== null && uses.inboxIds.includes(inboxId)) ??
    calendars.find(({ uses }) => brandId !== null && uses.brandIds.includes(brandId));
  return found ? { hours: found.hours, timezone: found.timezone ?? byDefault.timezone } : byDefault;
}
