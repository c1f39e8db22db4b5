import type { Owner, TextFolder } from '@madoguchi/contract/text-folders.ts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { inTree } from './folder-tree.ts';
import css from './folders.module.css';
import { foldersQuery } from './folders.queries.ts';

type Whose = { owner: Owner; teamId: string | null; folderId: string | null };
type Props = {
  kind: TextFolder['kind'];
  value: Whose;
  onChange: (whose: Partial<Whose>) => void;
  /** Without it only one's own can be made. */
  mayShare: boolean;
  error: string | undefined;
};

const owners: readonly Owner[] = ['shared', 'team', 'private'];

/** Who may use it, and in which folder it lies. */
export function OwnerFields({ kind, value, onChange, mayShare, error }: Props) {
  const t = useAdminWords();
  const { data: teams } = useQuery(teamsQuery);
  const { data: folders } = useQuery(foldersQuery(kind));
  const tree = inTree(folders?.items ?? []);
  return (
    <div className={css.pair}>
      <Select
        label={t('owner.label')}
        description={value.owner === 'private' ? t('owner.private_text') : undefined}
        allowDeselect={false}
        disabled={!mayShare}
        data={owners
          .filter((owner) => owner !== 'team' || (teams?.items.length ?? 0) > 0)
          .map((owner) => ({ value: owner, label: t(`owner.${owner}`) }))}
        value={value.owner}
        onChange={(owner) => onChange({ owner: owner as Owner, teamId: owner === 'team' ? (teams?.items[0]?.id ?? null) : null })}
      />
      {value.owner === 'team' && (
        <Select
          label={t('owner.which_team')}
          allowDeselect={false}
          error={error}
          data={teams?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={value.teamId}
          onChange={(teamId) => onChange({ teamId })}
        />
      )}
      {tree.length > 0 && (
        <Select
          label={t('folders.label')}
          allowDeselect={false}
          data={[
            { value: '', label: t('folders.no_folder') },
            ...tree.map(({ id, name, depth }) => ({ value: id, label: depth === 1 ? `　${name}` : name })),
          ]}
          value={value.folderId ?? ''}
          onChange={(folderId) => onChange({ folderId: folderId || null })}
        />
      )}
    </div>
  );
}
