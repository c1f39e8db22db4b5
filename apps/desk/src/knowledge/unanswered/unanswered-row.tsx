import type { UnansweredGroup } from '@madoguchi/contract/knowledge.ts';
import { ActionIcon, Button, Collapse, Tooltip } from '@mantine/core';
import { IconChevronRight, IconPencil, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import { GroupDetails } from './group-details.tsx';
import css from './unanswered.module.css';

type Props = {
  item: UnansweredGroup;
  mayWrite: boolean;
  isOpen: boolean;
  /** What is being drafted: a reply's id, or '' for a draft without one. */
  drafting: string | null;
  onToggle: () => void;
  onDraft: (replyId?: string) => void;
  onDismiss: () => void;
};

/** A group of questions: folded, its title and how often; unfolded, its wordings, what agents replied and where it was asked. */
export function UnansweredRow({ item, mayWrite, isOpen, drafting, onToggle, onDraft, onDismiss }: Props) {
  const t = useAdminWords();
  const id = useId();
  return (
    <li className={css.item} data-row={item.question} tabIndex={-1}>
      <div className={css.row}>
        <span className={css.count}>
          <strong>{item.count.toLocaleString()}</strong>
          {t('unanswered.times', { count: item.count })}
        </span>
        <button type="button" className={css.words} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <IconChevronRight size={16} stroke={1.8} className={css.chevron} aria-hidden />
          <span className={css.question}>{item.question}</span>
          <span className={css.meta}>
            <span>
              {t('unanswered.last_asked')} <Ago at={item.lastAskedAt} />
            </span>
            {item.wordings.length > 1 && <span>{t('unanswered.wordings_count', { count: item.wordings.length })}</span>}
            {item.replies.length > 0 && (
              <span className={css.replied}>{t('unanswered.replies_count', { count: item.replies.length })}</span>
            )}
          </span>
        </button>
        {mayWrite && (
          <div className={css.actions}>
            <Button variant="light" leftSection={<IconPencil size={16} stroke={1.6} />} loading={drafting === ''} onClick={() => onDraft()}>
              {t(item.articleId ? 'unanswered.open_article' : 'unanswered.draft')}
            </Button>
            <Tooltip label={t('unanswered.dismiss_help')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('unanswered.dismiss', { question: item.question })}
                onClick={onDismiss}
              >
                <IconX size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
      </div>
      <Collapse id={id} expanded={isOpen} transitionDuration={140}>
        {isOpen && <GroupDetails item={item} mayWrite={mayWrite} drafting={drafting} onDraft={onDraft} />}
      </Collapse>
    </li>
  );
}
