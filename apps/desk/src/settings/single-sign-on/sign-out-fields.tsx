import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { Radio, Stack } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import css from './single-sign-on.module.css';
import type { SingleFormState } from './single-sign-on-section.tsx';

const ways = ['here', 'provider'] as const;

/** What signing out ends, and where the provider tells that somebody's account has ended. */
export function SignOutFields({ form: { values, set }, settings }: { form: SingleFormState; settings: SingleSignOn }) {
  const t = useAdminWords();
  return (
    <Section title={t('single.out')}>
      <div className={css.fields}>
        <Radio.Group
          label={t('single.out_ends')}
          value={values.signOut}
          onChange={(value) => set({ signOut: ways.find((way) => way === value) ?? 'here' })}
        >
          <Stack gap={12} mt={8}>
            {ways.map((way) => (
              <Radio key={way} value={way} label={t(`single.out_${way}`)} description={t(`single.out_${way}_text`)} />
            ))}
          </Stack>
        </Radio.Group>
        {values.signOut === 'provider' && (
          <div>
            <p className={css.label}>{t('single.out_uri')}</p>
            <p className={css.note}>{t('single.out_uri_text')}</p>
            <CopyField value={settings.signedOutUri} label={t('single.out_uri')} />
          </div>
        )}
        <div>
          <p className={css.label}>{t('single.back_channel')}</p>
          <p className={css.note}>{t('single.back_channel_text')}</p>
          <CopyField value={settings.backChannelUri} label={t('single.back_channel')} />
        </div>
      </div>
    </Section>
  );
}
