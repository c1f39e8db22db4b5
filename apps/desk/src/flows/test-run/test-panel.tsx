import { ActionIcon, Button, CloseButton, SegmentedControl, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconPlayerPlay, IconRotate } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from '../panel/panel.module.css';
import { TestAnswers } from './test-answers.tsx';
import { TestChat } from './test-chat.tsx';
import { TestReply } from './test-reply.tsx';
import own from './test-run.module.css';
import type { TestRun } from './use-test-run.ts';

/** The flow as a customer meets it, beside the diagram that shows where the customer is. */
export function TestPanel({ run, onClose }: { run: TestRun; onClose: () => void }) {
  const t = useAdminWords();
  return (
    <section className={css.panel} aria-label={t('flows.test_title')}>
      <header className={css.head}>
        <IconPlayerPlay size={18} stroke={1.6} aria-hidden />
        <h2 className={css.title}>{t('flows.test_title')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('flows.test_locale')}
          value={run.locale}
          onChange={(locale) => run.setLocale(locale === 'en' ? 'en' : 'ja')}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
        />
        {run.begun && (
          <Tooltip label={t('flows.test_restart')}>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('flows.test_restart')} onClick={run.leave}>
              <IconRotate size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <CloseButton size={32} aria-label={t('flows.close')} onClick={onClose} />
      </header>
      {run.begun ? (
        <>
          <TestChat run={run} />
          <TestAnswers answers={run.played?.answers ?? {}} />
          <TestReply run={run} />
        </>
      ) : (
        <form
          className={css.body}
          onSubmit={(event) => {
            event.preventDefault();
            run.begin();
          }}
        >
          <p className={own.intro}>{t('flows.test_text')}</p>
          <p className={css.hint}>{t('flows.test_look_up')}</p>
          <TextInput
            label={t('flows.test_question')}
            placeholder={t('flows.test_question_example')}
            maxLength={2000}
            data-autofocus
            value={run.question}
            onChange={(event) => run.setQuestion(event.currentTarget.value)}
          />
          <Switch
            label={t('flows.test_identified')}
            checked={run.identified}
            onChange={(event) => run.setIdentified(event.currentTarget.checked)}
          />
          <Button type="submit" leftSection={<IconPlayerPlay size={16} stroke={1.8} />}>
            {t('flows.test_begin')}
          </Button>
        </form>
      )}
    </section>
  );
}
