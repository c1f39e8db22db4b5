import type { Replay } from '@madoguchi/contract/checked-questions.ts';
import { Button, Group, Modal } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './gate-dialog.module.css';
import { useGate } from './gate-store.ts';

/** Shows which questions an edit would answer worse, before it goes out. */
export function GateDialog() {
  const t = useAdminWords();
  const gate = useGate();
  if (gate.state !== 'asking') return null;
  const { replay, decide } = gate;
  return (
    <Modal opened onClose={() => decide(false)} title={t('gate.title')} size={720}>
      <p className={`${css.text} prose`}>{t('gate.text', { count: replay.asked })}</p>
      <ul className={css.changes}>
        {replay.changes.map((change) => (
          <Change key={change.question} change={change} />
        ))}
      </ul>
      <Group justify="flex-end" mt={24}>
        <Button variant="default" onClick={() => decide(true)}>
          {t('gate.go_on')}
        </Button>
        <Button data-autofocus onClick={() => decide(false)}>
          {t('gate.back')}
        </Button>
      </Group>
    </Modal>
  );
}

function Change({ change: { question, before, after, effect } }: { change: Replay['changes'][number] }) {
  const t = useAdminWords();
  const shown = ({ verdict, articleQuestion }: typeof before) => (
    <>
      <strong>{t(`checked.${verdict}`)}</strong>
      {articleQuestion && <span>{articleQuestion}</span>}
    </>
  );
  return (
    <li className={css.change}>
      <p className={css.question}>
        <span className={css.effect} data-effect={effect}>
          {t(`gate.${effect}`)}
        </span>
        {question}
      </p>
      <div className={css.sides}>
        <span className={css.side}>{shown(before)}</span>
        <IconArrowRight size={16} stroke={1.6} aria-label={t('gate.to')} />
        <span className={css.side}>{shown(after)}</span>
      </div>
    </li>
  );
}
