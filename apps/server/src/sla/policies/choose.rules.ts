// Pure: which policy is a conversation's.
import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Policy, PolicyConditions } from '@madoguchi/contract/promises.ts';

/** What conditions can ask of a conversation. */
export type Subject = {
  priority: Priority;
  channel: string;
  inboxId: string;
  brandId: string;
  tags: readonly string[];
  /** Of the customer. */
  attributes: Readonly<Record<string, string>>;
};

const among = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);
const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** Whether all conditions that are filled in hold. Values of attributes are compared without regard to case and width. */
export function fits(conditions: PolicyConditions, subject: Subject): boolean {
  const has = ({ name, value }: PolicyConditions['attributes'][number]): boolean => {
    const own = subject.attributes[name];
    return own !== undefined && own !== '' && (plain(value) === '' || plain(own) === plain(value));
  };
  return (
    among(conditions.priorities, subject.priority) &&
    among(conditions.channels, subject.channel) &&
    among(conditions.inboxIds, subject.inboxId) &&
    among(conditions.brandIds, subject.brandId) &&
    (conditions.tags.length === 0 || conditions.tags.some((tag) => subject.tags.includes(tag))) &&
    conditions.attributes.every(has)
  );
}

/** The first enabled policy that fits, in the order given. */
export const choosePolicy = <P extends Policy>(policies: readonly P[], subject: Subject): P | null =>
  policies.find(({ enabled, conditions }) => enabled && fits(conditions, subject)) ?? null;
