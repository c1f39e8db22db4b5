// Pure: how much a reason says for two customers being one person.
import type { DuplicateReason } from '@madoguchi/contract/customer-merges.ts';

const WEIGHTS: Record<DuplicateReason['kind'], number> = {
  email: 6,
  phone: 5,
  address_of_channel: 6,
  name_and_address: 5,
  name_and_organization: 3,
  name_and_reading: 2,
};
/** A proved address is nobody else's; a typed one may be a slip, or a lie. */
const PROVED = 4;

const weightOf = ({ kind, proved }: DuplicateReason): number => WEIGHTS[kind] + (proved ? PROVED : 0);

/** Reasons said once each, the strongest first; how likely all of them together make it. */
export function weigh(reasons: readonly DuplicateReason[]): { reasons: DuplicateReason[]; weight: number } {
  const once = new Map<string, DuplicateReason>();
  for (const reason of reasons) {
    const key = `${reason.kind} ${reason.value}`;
    const known = once.get(key);
    if (!known || weightOf(reason) > weightOf(known)) once.set(key, reason);
  }
  // What the stronger one already says: that name and reading are the same goes without saying when the postal address is, too.
  const stronger = [...once.values()].some(({ kind }) => kind === 'name_and_address' || kind === 'name_and_organization');
  const said = [...once.values()]
    .filter(({ kind }) => kind !== 'name_and_reading' || !stronger)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.value.localeCompare(b.value));
  return { reasons: said, weight: said.reduce((sum, reason) => sum + weightOf(reason), 0) };
}
