// Pure: what rules ask, so that nothing else is read.
import type { Conditions } from '@madoguchi/contract/automation-conditions.ts';

export type Asked = { fields: ReadonlySet<string>; segmentIds: readonly string[] };

/** Every field and segment that some of these conditions ask about. */
export function askedBy(all: readonly Conditions[]): Asked {
  const every = all.flat().flatMap(({ any }) => any);
  const segmentIds = every.flatMap((one) => (one.field === 'segment' ? one.of : []));
  return { fields: new Set(every.map(({ field }) => field)), segmentIds: [...new Set(segmentIds)] };
}

const asks =
  (...fields: string[]) =>
  ({ fields: asked }: Asked): boolean =>
    fields.some((field) => asked.has(field));

export const asksCustomer = asks('customer_attribute', 'customer_tag', 'vip', 'organization', 'organization_attribute', 'segment');
export const asksRouting = asks('queue', 'difficulty');
export const asksFirst = asks('first_time');
