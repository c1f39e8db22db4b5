import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { type getSystemMail, testSystemMail } from '@madoguchi/contract/system-mail.ts';
import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconMail, IconMailX, IconSend2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { Failure } from '../../ui/failure.tsx';
import { Loaded } from '../loaded.tsx';
import { systemMailQuery } from '../settings.queries.ts';
import { mailFailureWords } from './mail-failure-words.ts';
import css from './mail-section.module.css';

/** Whether this installation sends mail by itself (codes, reminders): how to set it up, and whether it works. */
export function MailSection() {
  const query = useQuery(systemMailQuery);
  return (
    <Loaded query={query} height={320}>
      {(state) => (
        <div className={css.parts}>
          <MailState {...state} />
          {state.available ? <MailTrial /> : <MailSetUp />}
          <MailUses />
        </div>
      )}
    </Loaded>
  );
}

function MailState({ available, from, stuck }: OutputOf<typeof getSystemMail>) {
  const t = useAdminWords();
  return (
    <>
      <p className={css.state}>
        {available ? <IconMail size={20} stroke={1.6} aria-hidden /> : <IconMailX size={20} stroke={1.6} aria-hidden />}
        <span>
          <strong>{t(available ? 'mail.ready' : 'mail.none')}</strong>
          <span className={css.from}>{available ? t('mail.from', { from: from ?? '' }) : t('mail.none_text')}</span>
        </span>
      </p>
      {stuck && (
        <Alert color="warning" title={t('mail.stuck', { count: stuck.count })}>
          {t(mailFailureWords[stuck.failure])} {t('mail.stuck_text')}
        </Alert>
      )}
    </>
  );
}

/** Set by whoever runs the server: it holds a password, and no screen should. */
function MailSetUp() {
  const t = useAdminWords();
  return (
    <Section title={t('mail.set_up')} text={t('mail.set_up_text')}>
      <pre className={css.code}>
        {`MADOGUCHI_SMTP_URL=smtp://${t('mail.example_login')}@smtp.example.com:587\nMADOGUCHI_MAIL_FROM=${t('mail.example_from')} <support@example.com>`}
      </pre>
    </Section>
  );
}

function MailTrial() {
  const t = useAdminWords();
  const trial = useMutation({ mutationFn: () => call(testSystemMail, {}) });
  return (
    <Section title={t('mail.trial')} text={t('mail.trial_text')}>
      <div className={css.trial}>
        <Button
          variant="default"
          leftSection={<IconSend2 size={16} stroke={1.6} />}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {t('mail.send_test')}
        </Button>
        <div role="status" className={css.result}>
          {trial.error && <Failure error={trial.error} />}
          {trial.data && <TrialResult {...trial.data} />}
        </div>
      </div>
    </Section>
  );
}

function TrialResult({ to, failure, detail }: OutputOf<typeof testSystemMail>) {
  const t = useAdminWords();
  return failure === null ? (
    <Alert color="success" icon={<IconCircleCheck />} title={t('mail.sent', { to })}>
      {t('mail.sent_text')}
    </Alert>
  ) : (
    <Alert color="danger" icon={<IconMailX />} title={t('mail.not_sent')}>
      {t(mailFailureWords[failure])}
      {detail && <p className={css.detail}>{detail}</p>}
    </Alert>
  );
}

function MailUses() {
  const t = useAdminWords();
  return (
    <Section title={t('mail.uses')}>
      <ul className={css.uses}>
        <li>{t('mail.use_codes')}</li>
        <li>{t('mail.use_checks')}</li>
      </ul>
    </Section>
  );
}
