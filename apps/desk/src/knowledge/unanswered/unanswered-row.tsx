import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { listUnanswered } from '@madoguchi/contract/knowledge.ts';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPencil, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkItem } from '../../admin/links.tsx';
import { Ago } from '../../ui/time-text.tsx';
import css from './unanswered.module.css';

type Item = OutputOf<typeof listUnanswered>['items'][number];
type Props = { item: Item; mayWrite: boolean; drafting: boolean; onDraft: () => void; onDismiss: () => void };

/** As many links as help to understand a question. */
const SHOWN = 8;

export function UnansweredRow({ item, mayWrite, drafting, onDraft, onDismiss }: Props) {
  const t = useAdminWords();
  return (
    <li className={css.row} data-row={item.question} tabIndex={-1}>
      <span className={css.count}>
        <strong>{item.count.toLocaleString()}</strong>
        {t('unanswered.times', { count: item.count })}
      </span>
      <div className={css.words}>
        <p className={css.question}>{item.question}</p>
        <p className={css.meta}>
          {t('unanswered.last_asked')} <Ago at={item.lastAskedAt} />
        </p>
      </div>
      <div className={css.actions}>
        {item.conversationIds.length > 0 && <Conversations ids={item.conversationIds} />}
        {mayWrite && (
          <>
            <Button variant="light" leftSection={<IconPencil size={16} stroke={1.6} />} loading={drafting} onClick={onDraft}>
              {t('unanswered.draft')}
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
          </>
        )}
      </div>
    </li>
  );
}

function Conversations({ ids }: { ids: readonly string[] }) {
  const t = useAdminWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={14} stroke={1.8} />}>
          {t('unanswered.conversations', { count: ids.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ids.slice(0, SHOWN).map((conversationId, index) => (
          <LinkItem key={conversationId} to="/c/$conversationId" params={{ conversationId }}>
            {t('unanswered.conversation', { number: index + 1 })}
          </LinkItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
