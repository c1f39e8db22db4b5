import { Radio, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './notifications-section.module.css';
import type { Settings } from './settings-values.ts';

type Props = {
  form: { values: Settings; set: (patch: Partial<Settings>) => void; error: (path: string) => string | undefined };
  canMail: boolean;
};

/** At once or together, and when. */
export function MailFields({ form: { values, set, error }, canMail }: Props) {
  const t = useAdminWords();
  const { mail } = values;
  return (
    <Section title={t('notify.when_mail')} {...(canMail ? {} : { text: t('notify.no_mail') })}>
      <Radio.Group
        aria-label={t('notify.when_mail')}
        value={mail.how}
        onChange={(how) => set({ mail: { ...mail, how: how as Settings['mail']['how'] } })}
      >
        <div className={css.choices}>
          <Radio value="at_once" label={t('notify.at_once')} />
          <Radio value="hourly" label={t('notify.hourly')} />
          <Radio value="daily" label={t('notify.daily')} />
        </div>
      </Radio.Group>
      {mail.how === 'daily' && (
        <TextInput
          type="time"
          className={css.time}
          mt={12}
          label={t('notify.at')}
          value={mail.at}
          error={error('mail.at')}
          onChange={(event) => set({ mail: { ...mail, at: event.currentTarget.value } })}
        />
      )}
    </Section>
  );
}
