import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import type { AdminWords } from '../../admin/admin-words.ts';

type Part = { keys: (keyof CustomerFilter)[]; text: string };

/** Each condition of a filter in words, with what is taken away when it goes. The search itself is not among them. */
export function filterParts(
  t: AdminWords,
  filter: CustomerFilter,
  attributes: readonly AttributeDefinition[],
  organization: string,
): Part[] {
  const { tag, organizationId, prefecture, attribute, attributeValue, reachableBy, seenWithinDays, notSeenForDays } = filter;
  const label = attributes.find(({ key, subject }) => subject === 'customer' && key === attribute)?.label ?? attribute ?? '';
  return [
    ...(tag ? [{ keys: ['tag' as const], text: t('customers.is_tag', { tag }) }] : []),
    ...(organizationId ? [{ keys: ['organizationId' as const], text: organization }] : []),
    ...(prefecture ? [{ keys: ['prefecture' as const], text: prefecture }] : []),
    ...(attribute
      ? [
          {
            keys: ['attribute' as const, 'attributeValue' as const],
            text: attributeValue ? t('customers.is_attribute', { label, value: attributeValue }) : t('customers.has_attribute', { label }),
          },
        ]
      : []),
    ...(reachableBy
      ? [
          {
            keys: ['reachableBy' as const],
            text: t('customers.has_address', { kind: reachableBy === 'phone' ? t('identity.phone') : t('identity.email') }),
          },
        ]
      : []),
    ...(seenWithinDays ? [{ keys: ['seenWithinDays' as const], text: t('customers.seen_within', { count: seenWithinDays }) }] : []),
    ...(notSeenForDays ? [{ keys: ['notSeenForDays' as const], text: t('customers.not_seen_for', { count: notSeenForDays }) }] : []),
  ];
}
