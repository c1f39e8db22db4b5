import type { SynonymProposal } from '@madoguchi/contract/proposed-synonyms.ts';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconEqual, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './proposals.module.css';

type Props = { item: SynonymProposal; accepting: boolean; onAccept: () => void; onIgnore: () => void };

/** A pair of words, and the conversations that show it. */
export function ProposalRow({ item: { asked, written, count, evidence }, accepting, onAccept, onIgnore }: Props) {
  const t = useAdminWords();
  return (
    <li className={css.item}>
      <div className={css.pair}>
        <span className={css.word}>
          <small>{t('proposed.asked')}</small>
          {asked}
        </span>
        <IconEqual size={16} stroke={1.8} aria-hidden className={css.equal} />
        <span className={css.word}>
          <small>{t('proposed.written')}</small>
          {written}
        </span>
      </div>
      <details className={css.why}>
        <summary>{t('proposed.count', { count })}</summary>
        <ul>
          {evidence.map((one) => (
            <li key={one.conversationId}>
              <Link to="/c/$conversationId" params={{ conversationId: one.conversationId }} className={css.link}>
                {t('proposed.asked_first', { text: one.asked })} →{' '}
                {one.rephrased === null || one.by === 'agent'
                  ? t('proposed.then_agent')
                  : t('proposed.then_solved', { text: one.rephrased })}
              </Link>
              <span className={css.article}>{t('proposed.article', { question: one.article.question })}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className={css.actions}>
        <Button variant="light" loading={accepting} onClick={onAccept}>
          {t('proposed.accept')}
        </Button>
        <Tooltip label={t('proposed.ignore')}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('proposed.ignore_pair', { asked, written })} onClick={onIgnore}>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
