import { Alert, Switch, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';
import { domainsTyped } from './single-values.ts';

/** For providers that never say whether they checked an address: the domains that the company answers for itself, and what that risks. */
export function TrustFields({ form: { values, set, error, touch } }: { form: SingleFormState }) {
  const t = useAdminWords();
  const [opened, setOpened] = useState(false);
  const shown = opened || values.trustedDomains.length > 0;
  return (
    <>
      <Switch
        checked={shown}
        onChange={({ currentTarget: { checked } }) => {
          setOpened(checked);
          if (!checked) set({ trustedDomains: [] });
        }}
        label={t('single.trust')}
        description={t('single.trust_text')}
      />
      {shown && (
        <div className={css.fields} data-close>
          <Alert color="warning">{t('single.trust_danger')}</Alert>
          <TagsInput
            label={t('single.trusted')}
            description={t('single.trusted_help')}
            placeholder={values.trustedDomains.length === 0 ? 'example.co.jp' : ''}
            splitChars={[',', '、', '，', ' ']}
            maxTags={50}
            acceptValueOnBlur
            value={values.trustedDomains}
            error={error('trustedDomains')}
            onChange={(domains) => set({ trustedDomains: domainsTyped(domains) })}
            onBlur={() => touch('trustedDomains')}
          />
        </div>
      )}
    </>
  );
}
