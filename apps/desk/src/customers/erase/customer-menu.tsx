import type { Customer } from '@madoguchi/contract/customers.ts';
import { Menu } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
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
      <DotsMenu label={t('customer.more')}>
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
      </DotsMenu>
      {erasing && <EraseDialog customer={customer} onClose={() => setErasing(false)} />}
    </>
  );
}
