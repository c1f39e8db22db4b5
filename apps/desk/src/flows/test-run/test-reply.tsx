import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconRotate, IconSend2 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './test-run.module.css';
import type { TestRun } from './use-test-run.ts';

/** Writing as the customer while the flow waits; beginning anew once it is over. */
export function TestReply({ run }: { run: TestRun }) {
  const t = useAdminWords();
  const [text, setText] = useState('');
  const waiting = run.played?.outcome === 'waiting';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!waiting || run.playing || text.trim() === '') return;
    run.reply({ kind: 'text', text: text.trim() });
    setText('');
  };
  if (run.played && !waiting)
    return (
      <div className={css.foot}>
        <Button fullWidth variant="default" leftSection={<IconRotate size={16} stroke={1.6} />} onClick={run.leave}>
          {t('flows.test_restart')}
        </Button>
      </div>
    );
  return (
    <form className={css.foot} onSubmit={send}>
      {run.changed && <p className={css.changed}>{t('flows.test_changed')}</p>}
      <div className={css.write}>
        <TextInput
          className={css.input}
          aria-label={t('flows.test_input')}
          placeholder={t('flows.test_input')}
          lang={run.locale}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon type="submit" size={36} aria-label={t('flows.test_send')} disabled={!waiting || run.playing || text.trim() === ''}>
          <IconSend2 size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </form>
  );
}
