import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconDots,
  IconExternalLink,
  IconPin,
  IconPinnedOff,
  IconRotate,
  IconWorld,
} from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useHelpUrl } from '../help-url.ts';
import type { ArticleRow } from '../knowledge.queries.ts';
import { type Status, useSetStatus } from '../set-status.ts';
import css from './article-list.module.css';
import { usePin } from './use-pin.ts';

const icon = { size: 16, stroke: 1.6 };

/** What can be done to an article without opening it. */
export function RowMenu({ row }: { row: ArticleRow }) {
  const t = useAdminWords();
  const setStatus = useSetStatus();
  const pin = usePin();
  const helpUrl = useHelpUrl(row);
  const change = (to: Status) => () => setStatus.mutate({ id: row.id, from: row.status, to });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={css.menu}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('list.row_menu', { question: row.question })}
        >
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.status === 'published' && (
          <>
            {row.audience === 'public' && (
              <>
                <Menu.Item component="a" href={helpUrl} target="_blank" leftSection={<IconExternalLink {...icon} />}>
                  {t('article.open_help')}
                </Menu.Item>
                <Menu.Item
                  leftSection={row.isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
                  onClick={() => pin.mutate({ id: row.id, pinned: !row.isPinned })}
                >
                  {t(row.isPinned ? 'list.unpin' : 'list.pin')}
                </Menu.Item>
              </>
            )}
            <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={change('draft')}>
              {t('article.take_back')}
            </Menu.Item>
          </>
        )}
        {row.status === 'draft' && (
          <Menu.Item leftSection={<IconWorld {...icon} />} onClick={change('published')}>
            {t('article.publish')}
          </Menu.Item>
        )}
        {row.status === 'archived' ? (
          <Menu.Item leftSection={<IconRotate {...icon} />} onClick={change('draft')}>
            {t('article.restore')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive {...icon} />} rightSection={<kbd className={css.key}>E</kbd>} onClick={change('archived')}>
            {t('article.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
