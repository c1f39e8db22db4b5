import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { Menu } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { ImportDialog } from './import-dialog.tsx';

/** Lists of customers in and out. What goes out is what the filter shows. */
export function ListsMenu({ filter }: { filter: CustomerFilter }) {
  const t = useAdminWords();
  const mayImport = useCan('import.run');
  const mayExport = useCan('customer.export');
  const [importing, setImporting] = useState(false);
  if (!mayImport && !mayExport) return null;
  const href = (charset: string) =>
    `/api/customers/export.csv?${new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])), charset })}`;
  return (
    <>
      <DotsMenu label={t('customer.more')}>
        {mayImport && (
          <Menu.Item leftSection={<IconUpload size={16} stroke={1.6} />} onClick={() => setImporting(true)}>
            {t('lists.import')}
          </Menu.Item>
        )}
        {mayExport && (
          <>
            <Menu.Item component="a" href={href('utf-8')} download leftSection={<IconDownload size={16} stroke={1.6} />}>
              {t('lists.export')}
            </Menu.Item>
            <Menu.Item component="a" href={href('shift_jis')} download leftSection={<IconDownload size={16} stroke={1.6} />}>
              {t('lists.export_sjis')}
            </Menu.Item>
          </>
        )}
      </DotsMenu>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
