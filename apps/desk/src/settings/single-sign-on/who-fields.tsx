import { MultiSelect, Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';
import { domainsTyped } from './single-values.ts';
import { TrustFields } from './trust-fields.tsx';

/** Whose addresses come in, and what becomes of those who are nobody yet. */
export function WhoFields({ form }: { form: SingleFormState }) {
  const { values, set, error, touch } = form;
  const t = useAdminWords();
  const { data: teams } = useQuery(teamsQuery);
  return (
    <Section title={t('single.who')} text={t('single.who_text')}>
      <div className={css.fields}>
        <TagsInput
          label={t('single.domains')}
          description={t('single.domains_help')}
          placeholder={values.domains.length === 0 ? 'example.co.jp' : ''}
          splitChars={[',', '、', '，', ' ']}
          maxTags={50}
          acceptValueOnBlur
          value={values.domains}
          error={error('domains')}
          onChange={(domains) => set({ domains: domainsTyped(domains) })}
          onBlur={() => touch('domains')}
        />
        <TrustFields form={form} />
        <Switch
          checked={values.makesAgents}
          onChange={(event) => set({ makesAgents: event.currentTarget.checked })}
          label={t('single.makes')}
          description={t('single.makes_text')}
        />
        {values.makesAgents && (
          <MultiSelect
            label={t('single.teams')}
            data={teams?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={values.teamIds}
            onChange={(teamIds) => set({ teamIds })}
            hidePickedOptions
            searchable
          />
        )}
      </div>
    </Section>
  );
}
