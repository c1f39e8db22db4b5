import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { Section } from '../../../admin/section.tsx';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { Loaded } from '../../loaded.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { AddressRow } from './address-row.tsx';
import css from './addresses.module.css';
import { addressesQuery, saveAddresses } from './addresses.queries.ts';

type Editing = { address: MailAddress | null };

/** The addresses of an e-mail inbox, each with a name and words of its own; the first is written from where nothing says which. */
export function Addresses({ inboxId }: { inboxId: string }) {
  const t = useAdminWords();
  const query = useQuery(addressesQuery(inboxId));
  const [editing, setEditing] = useState<Editing | null>(null);
  const saving = useMutation({ mutationFn: (items: MailAddress[]) => saveAddresses(inboxId, items) });
  const items = query.data?.items ?? [];
  const change = (next: MailAddress[], told: string) =>
    saving.mutate(next, { onSuccess: () => tellWithUndo(told, { label: t('undo'), undo: () => saving.mutate(items) }) });
  // There is nothing to add to before the inbox has its first address.
  if (query.data && items.length === 0) return null;
  return (
    <Section
      title={t('addresses.title')}
      text={t('addresses.text')}
      action={
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setEditing({ address: null })}>
          {t('addresses.add')}
        </Button>
      }
    >
      <Loaded query={query} height={64}>
        {() => (
          <ul className={css.list}>
            {items.map((one, index) => (
              <AddressRow
                key={one.address}
                address={one}
                isMain={index === 0}
                onEdit={() => setEditing({ address: one })}
                onMain={() => change([one, ...items.filter((other) => other !== one)], t('addresses.told_main', { address: one.address }))}
                onRemove={() =>
                  change(
                    items.filter((other) => other !== one),
                    t('addresses.told_removed', { address: one.address }),
                  )
                }
              />
            ))}
          </ul>
        )}
      </Loaded>
      {editing && <AddressDialog inboxId={inboxId} items={items} editing={editing.address} onClose={() => setEditing(null)} />}
    </Section>
  );
}
