import type { AuditEntry } from '@madoguchi/contract/audit.ts';
import ja from '@madoguchi/words/desk-admin/ja.json';
import { type AdminKey, type AdminWords, useAdminWords } from '../../admin/admin-words.ts';

const isKey = (key: string): key is AdminKey => Object.hasOwn(ja, key);

/** A word by a name that the server gave; the name itself where nobody has found a word yet. */
const wordOr = (t: AdminWords, key: string, name: string): string => (isKey(key) ? t(key) : name);

const MOST_FIELDS = 6;

/** What an entry tells, in words. Facts and fields that have none are told by their name. */
export function useAuditWords(): { what: (entry: AuditEntry) => string; more: (entry: AuditEntry) => string } {
  const t = useAdminWords();
  const field = (name: string) => wordOr(t, `audit.field.${name}`, name);
  const listed = (names: readonly string[]) =>
    names.slice(0, MOST_FIELDS).map(field).join(t('audit.and')) + (names.length > MOST_FIELDS ? ' …' : '');
  const one = (name: string, key: string, value: AuditEntry['details'][string]): string => {
    if (Array.isArray(value)) return value.length === 0 ? '' : key === 'words' ? value.join(t('audit.and')) : listed(value);
    // Where an article came from; of everything else what it was before.
    if (key === 'from' && name === 'article.created') return wordOr(t, `audit.from.${value}`, String(value));
    if (key === 'role') return wordOr(t, `role.${value}`, String(value));
    if (typeof value === 'boolean') return `${field(key)}: ${t(value ? 'audit.yes' : 'audit.no')}`;
    if (key === 'because') return wordOr(t, `audit.because.${value}`, String(value));
    return `${field(key)}: ${value}`;
  };
  return {
    what: ({ name }) => {
      const [about, happened] = name.split('.');
      return wordOr(t, `audit.fact.${about}.${happened}`, name);
    },
    more: ({ name, details }) =>
      Object.entries(details)
        // Which role somebody has is news only when it was changed.
        .filter(([key]) => key !== 'role' || name !== 'agent.updated' || (details.changed as string[] | undefined)?.includes('role'))
        .map(([key, value]) => one(name, key, value))
        .filter(Boolean)
        .join(' · '),
  };
}
