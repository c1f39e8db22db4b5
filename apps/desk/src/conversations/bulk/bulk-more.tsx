import type { BulkAction } from '@madoguchi/contract/bulk.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../app/locale.tsx';
import { queryClient } from '../../app/query-client.ts';
import { knownConversation } from '../conversations.cache.ts';
import { priorities } from '../header/priorities.ts';
import { PriorityMark } from '../priority-mark.tsx';
import { useSelection } from './selection-store.ts';

/** The one that goes on when all selected are one customer's: what was said last. Null: they cannot be merged. */
function keptOf(ids: ReadonlySet<string>): string | null {
  const rows = [...ids].flatMap((id) => knownConversation(queryClient, id) ?? []);
  const oneCustomer = new Set(rows.map(({ customer }) => customer.id)).size === 1;
  if (rows.length < 2 || rows.length < ids.size || !oneCustomer) return null;
  return rows.toSorted((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt))[0]!.id;
}

type Props = { act: (action: BulkAction) => Promise<void>; icon: ReactNode };

/** What is rarely done to many. */
export function BulkMore({ act, icon }: Props) {
  const t = useWords();
  const { ids } = useSelection();
  const kept = keptOf(ids);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('header.more')} title={t('header.more')}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('header.priority')}</Menu.Label>
        {priorities.map(({ priority, word }) => (
          <Menu.Item
            key={priority}
            leftSection={<PriorityMark priority={priority} />}
            onClick={() => void act({ kind: 'priority', priority })}
          >
            {t(word)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowMerge size={16} stroke={1.6} />}
          disabled={kept === null}
          onClick={() => kept && void act({ kind: 'merge', into: kept })}
        >
          {t('bulk.merge')}
        </Menu.Item>
        <Menu.Item leftSection={<IconShieldX size={16} stroke={1.6} />} onClick={() => void act({ kind: 'spam' })}>
          {t('spam.mark')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
