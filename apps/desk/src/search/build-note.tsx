import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { rebuildSearch } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useCan } from '../app/me.ts';
import { searchBuildQuery } from './search.queries.ts';
import css from './search-page.module.css';

/** While the search still reads what was there before it, results may be missing: how far it is; else a way to have everything read anew. */
export function BuildNote() {
  const t = useAdminWords();
  const mayManage = useCan('workspace.manage');
  const queries = useQueryClient();
  const { data } = useQuery(searchBuildQuery);
  const rebuild = useMutation({
    mutationFn: () => call(rebuildSearch, {}),
    onSuccess: (state) => queries.setQueryData(searchBuildQuery.queryKey, state),
  });
  if (!data) return null;
  if (!data.isFinished)
    return (
      <span className={css.building} role="status">
        {t('search.building', { percent: data.total > 0 ? Math.floor((100 * Math.min(data.done, data.total)) / data.total) : 0 })}
      </span>
    );
  if (!mayManage) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('search.more')} loading={rebuild.isPending}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={16} stroke={1.6} />} onClick={() => rebuild.mutate()}>
          {t('search.rebuild')}
          <span className={css.hint}>{t('search.rebuild_text')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
