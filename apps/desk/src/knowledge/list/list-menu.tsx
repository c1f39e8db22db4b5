import { Menu } from '@mantine/core';
import { IconDownload, IconListTree } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { CategoriesDrawer } from './categories/categories-drawer.tsx';

const formats = [
  { format: 'csv', label: 'CSV' },
  { format: 'jsonl', label: 'JSONL' },
  { format: 'markdown', label: 'Markdown' },
] as const;

/** What concerns all articles and is rarely done. */
export function ListMenu() {
  const t = useAdminWords();
  const [arranging, setArranging] = useState(false);
  return (
    <>
      <DotsMenu label={t('more')}>
        <Menu.Item leftSection={<IconListTree size={16} stroke={1.6} />} onClick={() => setArranging(true)}>
          {t('categories.open')}
        </Menu.Item>
        <Menu.Label>{t('export.title')}</Menu.Label>
        {formats.map(({ format, label }) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/articles/export?format=${format}`}
            download
            leftSection={<IconDownload size={16} stroke={1.6} />}
          >
            {label}
          </Menu.Item>
        ))}
      </DotsMenu>
      <CategoriesDrawer opened={arranging} onClose={() => setArranging(false)} />
    </>
  );
}
