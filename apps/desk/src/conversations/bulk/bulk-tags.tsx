import type { BulkAction } from '@madoguchi/contract/bulk.ts';
import { Button, Group, Modal, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { tagsQuery } from '../conversations.queries.ts';
import css from './bulk.module.css';

type Props = { act: (action: BulkAction) => Promise<void>; close: () => void };

/** Tags that everything selected gets, and tags it loses; all others stay. */
export function BulkTags({ act, close }: Props) {
  const t = useWords();
  const known = useQuery(tagsQuery).data?.items ?? [];
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    void act({ kind: 'tags', add, remove });
  };
  return (
    <Modal opened onClose={close} title={t('bulk.tags')} size={440} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form className={css.tags} onSubmit={submit}>
        <TagsInput label={t('bulk.tags_add')} data={known} value={add} onChange={setAdd} maxTags={20} data-autofocus />
        <TagsInput label={t('bulk.tags_remove')} data={known} value={remove} onChange={setRemove} maxTags={20} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={add.length + remove.length === 0}>
            {t('bulk.apply')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
