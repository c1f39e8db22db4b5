import { auditKind } from '@madoguchi/contract/audit.ts';
import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { apiKeysQuery } from '../settings.queries.ts';
import type { AuditWish } from './audit.queries.ts';
import css from './audit-section.module.css';

const periods = [7, 30, 90, 365] as const;

/** Who, what kind, since when, and words. */
export function AuditFilters({ wish, onChange }: { wish: AuditWish; onChange: (wish: AuditWish) => void }) {
  const t = useAdminWords();
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const keys = useQuery(apiKeysQuery).data?.items ?? [];
  const groups = [
    { group: t('audit.agents'), items: agents.map(({ id, name }) => ({ value: id, label: name })) },
    { group: t('audit.api_keys'), items: keys.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return (
    <search className={css.filters}>
      <TextInput
        className={css.text}
        aria-label={t('audit.search')}
        placeholder={t('audit.search')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={wish.text}
        maxLength={100}
        onChange={(event) => onChange({ ...wish, text: event.currentTarget.value })}
      />
      <Select
        aria-label={t('audit.who')}
        placeholder={t('audit.everybody')}
        clearable
        searchable
        data={groups.filter(({ items }) => items.length > 0)}
        value={wish.who}
        onChange={(who) => onChange({ ...wish, who })}
      />
      <Select
        aria-label={t('audit.kind')}
        placeholder={t('audit.all_kinds')}
        clearable
        data={auditKind.options.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
        value={wish.kind}
        onChange={(kind) => onChange({ ...wish, kind: kind as AuditWish['kind'] })}
      />
      <Select
        aria-label={t('audit.period')}
        allowDeselect={false}
        data={[
          ...periods.map((days) => ({ value: String(days), label: t(`audit.days_${days}`) })),
          { value: '', label: t('audit.always') },
        ]}
        value={wish.days === null ? '' : String(wish.days)}
        onChange={(days) => onChange({ ...wish, days: days ? Number(days) : null })}
      />
    </search>
  );
}
