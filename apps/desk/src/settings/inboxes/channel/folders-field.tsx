import { listFolders } from '@madoguchi/contract/channels.ts';
import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { foldersFrom, foldersText } from './folders.ts';

type Props = Pick<TagsInputProps, 'label' | 'description' | 'error' | 'required'> & {
  onBlur: () => void;
  /** Null while the inbox is being made: then names are typed. */
  inboxId: string | null;
  value: string;
  onChange: (value: string) => void;
};

/** The folders of a mailbox to choose from, as its server lists them; until it can be asked, they are typed. */
export function FoldersField({ inboxId, value, onChange, description, ...common }: Props) {
  const t = useAdminWords();
  const folders = useQuery({
    queryKey: ['inbox-folders', inboxId],
    queryFn: () => call(listFolders, { params: { id: inboxId! } }),
    enabled: inboxId !== null,
    retry: false,
    staleTime: 60_000,
  });
  const known = folders.data?.items.map(({ path }) => path) ?? [];
  const hint = folders.data ? t('folders.count', { count: known.length }) : folders.error ? t('folders.unavailable') : null;
  return (
    <TagsInput
      {...common}
      description={[description, hint].filter(Boolean).join(' ')}
      data={known}
      value={foldersFrom(value)}
      onChange={(names) => onChange(foldersText(names))}
      limit={100}
      maxDropdownHeight={280}
      clearable={false}
      splitChars={['\n']}
    />
  );
}
