import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { tellFailure } from '../../app/query-client.ts';
import css from './folders.module.css';
import { addFolder, removeFolder, renameFolder } from './folders.queries.ts';

type Props = { kind: TextFolder['kind']; folders: readonly (TextFolder & { depth: 0 | 1 })[]; onClose: () => void };

/** Folders are made, renamed in place and removed here; what lies in a removed one stays. */
export function FolderDialog({ kind, folders, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const outer = folders.filter(({ depth }) => depth === 0);
  const run = async (work: Promise<void>) => {
    setBusy(true);
    try {
      await work;
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    await run(addFolder(kind, name.trim(), parentId));
    setName('');
  };
  return (
    <Modal opened onClose={onClose} title={t('folders.manage')} fullScreen={phone} closeButtonProps={{ 'aria-label': t('close') }}>
      {folders.length === 0 && <p className={css.none}>{t('folders.none')}</p>}
      <ul className={css.list}>
        {folders.map((folder) => (
          <li key={folder.id} className={css.row} data-depth={folder.depth}>
            <TextInput
              variant="unstyled"
              className={css.name}
              aria-label={t('folders.name')}
              maxLength={60}
              defaultValue={folder.name}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
              onBlur={(event) => {
                const wish = event.currentTarget.value.trim();
                if (wish === '') event.currentTarget.value = folder.name;
                else if (wish !== folder.name) void run(renameFolder(folder, wish));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={busy}
              aria-label={t('folders.remove', { name: folder.name })}
              title={t('folders.remove_text')}
              onClick={() => void run(removeFolder(folder))}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form className={css.add} onSubmit={(event) => void add(event)}>
        <TextInput
          className={css.grow}
          label={t('folders.new')}
          placeholder={t('folders.example')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        {outer.length > 0 && (
          <Select
            label={t('folders.in')}
            w={150}
            allowDeselect={false}
            data={[{ value: '', label: t('folders.top') }, ...outer.map(({ id, name: label }) => ({ value: id, label }))]}
            value={parentId ?? ''}
            onChange={(value) => setParentId(value || null)}
          />
        )}
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          {t('folders.add')}
        </Button>
      </form>
    </Modal>
  );
}
