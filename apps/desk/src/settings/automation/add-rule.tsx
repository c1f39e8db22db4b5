import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { examples } from './examples.ts';

/** From nothing, or from an example. */
export function AddRule() {
  const t = useAdminWords();
  const navigate = useNavigate();
  const open = (rest: string) => void navigate({ to: '/settings/$', params: { _splat: `automation/${rest}` } });
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} stroke={2} />}>{t('automation.new')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('new')}>{t('automation.new_empty')}</Menu.Item>
        <Menu.Label>{t('automation.examples')}</Menu.Label>
        {examples.map(({ key, name }) => (
          <Menu.Item key={key} onClick={() => open(`new-${key}`)}>
            {t(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
