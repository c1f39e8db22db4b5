import { type SingleSignOn, testSingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { singleFailureIn } from '../../sign-in/single-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import css from './single-sign-on.module.css';
import { testFailureWords } from './test-words.ts';

/** A whole round at the provider with what is saved, and how the last one went. */
export function TestPart({ settings, dirty }: { settings: SingleSignOn; dirty: boolean }) {
  const t = useAdminWords();
  const desk = useWords();
  const problem = useProblemWords();
  const begin = useMutation({
    mutationFn: () => call(testSingleSignOn, {}),
    meta: { quiet: true },
    onSuccess: ({ url }) => location.assign(url),
  });
  const failure = singleFailureIn(begin.error);
  const ready = settings.issuer !== '' && settings.clientId !== '';
  return (
    <Section title={t('single.test')} text={t('single.test_text')}>
      <div className={css.test}>
        <Button variant="default" loading={begin.isPending || begin.isSuccess} disabled={dirty || !ready} onClick={() => begin.mutate()}>
          {t('single.test_do')}
        </Button>
        {dirty && <p className={css.note}>{t('single.test_save')}</p>}
        {begin.error && (
          <p className={css.failure} role="alert">
            {failure ? testFailureWords(t, desk, failure) : problem(begin.error)}
          </p>
        )}
        {settings.lastTest && !begin.error && <LastTest test={settings.lastTest} />}
        {settings.linkedAgentIds.length > 0 && <p className={css.note}>{t('single.linked', { count: settings.linkedAgentIds.length })}</p>}
      </div>
    </Section>
  );
}

function LastTest({ test: { by, at, failure, told } }: { test: NonNullable<SingleSignOn['lastTest']> }) {
  const t = useAdminWords();
  const desk = useWords();
  const none = t('single.told_none');
  return (
    <div className={css.result} data-failed={failure !== null || undefined}>
      <p className={css.verdict}>
        {failure ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
        <strong>{t(failure ? 'single.test_failed' : 'single.test_ok', { name: by })}</strong>
        <span className={css.when}>
          <Ago at={at} />
        </span>
      </p>
      {failure && <p className={css.because}>{testFailureWords(t, desk, failure)}</p>}
      {told && (
        <dl className={css.told} aria-label={t('single.told')}>
          <dt>{t('single.told_email')}</dt>
          <dd>
            {told.email ?? none}
            {told.email && <span className={css.when}> ({t(`single.told_mail_${told.emailVerified}`)})</span>}
          </dd>
          <dt>{t('single.told_name')}</dt>
          <dd>{told.name ?? none}</dd>
          <dt>{t('single.told_locale')}</dt>
          <dd>{told.locale ?? none}</dd>
          {(told.groups.length > 0 || told.role) && (
            <>
              <dt>{t('single.told_groups')}</dt>
              <dd>{told.groups.join(', ') || none}</dd>
            </>
          )}
          {told.role && (
            <>
              <dt>{t('single.told_role')}</dt>
              <dd>{t(`role.${told.role}`)}</dd>
            </>
          )}
        </dl>
      )}
    </div>
  );
}
