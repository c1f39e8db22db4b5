import type { Customer } from '@madoguchi/contract/customers.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** What is rarely done with a customer: everything as a file, everything gone. */
export function CustomerMenu({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  const mayExport = useCan('customer.export');
  const mayErase = useCan('customer.erase');
  const [erasing, setErasing] = useState(false);
  if ((!mayExport && !mayErase) || customer.erasedAt) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('customer.more')}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExport && (
            <Menu.Item
              component="a"
              href={`/api/customers/${customer.id}/export`}
              download
              leftSection={<IconDownload size={16} stroke={1.6} />}
            >
              {t('customer.export')}
            </Menu.Item>
          )}
          {mayErase && (
            <Menu.Item color="danger" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setErasing(true)}>
              {t('customer.erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {erasing && <EraseDialog customer={customer} onClose={() => setErasing(false)} />}
    </>
  );
}
