import type { Owner } from '@madoguchi/contract/text-folders.ts';
import { IconLock, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import css from './owner-mark.module.css';

/** Says that something is a team's or one's own; of what is everybody's nothing is said. */
export function OwnerMark({ owner, teamId }: { owner: Owner; teamId: string | null }) {
  const t = useAdminWords();
  const { data: teams } = useQuery({ ...teamsQuery, enabled: owner === 'team' });
  if (owner === 'shared') return null;
  const Icon = owner === 'private' ? IconLock : IconUsersGroup;
  return (
    <span className={css.mark}>
      <Icon size={12} stroke={1.6} aria-hidden />
      {owner === 'private' ? t('owner.private') : (teams?.items.find(({ id }) => id === teamId)?.name ?? t('owner.team'))}
    </span>
  );
}
