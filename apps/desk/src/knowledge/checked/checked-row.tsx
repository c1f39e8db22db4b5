import type { CheckedQuestion } from '@madoguchi/contract/checked-questions.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowRight, IconDots, IconMessages, IconTrash, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkItem } from '../../admin/links.tsx';
import css from './checked.module.css';
import { useRemoveChecked } from './checked.mutations.ts';

/** A question and what answers it. */
export function CheckedRow({ item, mayWrite }: { item: CheckedQuestion; mayWrite: boolean }) {
  const t = useAdminWords();
  const removing = useRemoveChecked();
  const { id, question, article, source, conversationId } = item;
  return (
    <li className={css.row} data-row={id} tabIndex={-1}>
      <p className={css.question}>{question}</p>
      <p className={css.answer}>
        {article ? <IconArrowRight size={16} stroke={1.6} aria-hidden /> : <IconUser size={16} stroke={1.6} aria-hidden />}
        {article ? (
          <Link to="/knowledge/$articleId" params={{ articleId: article.id }}>
            {article.question}
          </Link>
        ) : (
          t('checked.no_article')
        )}
      </p>
      <span className={css.source}>{t(`checked.source_${source}`)}</span>
      {(mayWrite || conversationId) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} className={css.more} aria-label={t('checked.menu', { question })}>
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {conversationId && (
              <LinkItem to="/c/$conversationId" params={{ conversationId }} leftSection={<IconMessages size={16} stroke={1.6} />}>
                {t('checked.conversation')}
              </LinkItem>
            )}
            {mayWrite && (
              <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => removing.mutate(item)}>
                {t('checked.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
