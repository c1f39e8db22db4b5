import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './addresses.module.css';

type Props = { address: MailAddress; isMain: boolean; onEdit: () => void; onMain: () => void; onRemove: () => void };

/** One address, and which words it has of its own. */
export function AddressRow({ address: one, isMain, onEdit, onMain, onRemove }: Props) {
  const t = useAdminWords();
  const { ja, en } = one.acknowledgements;
  const own = [
    one.name,
    one.signature.trim() && t('addresses.has_signature'),
    ja && t('addresses.has_acknowledgement_ja'),
    en && t('addresses.has_acknowledgement_en'),
  ].filter(Boolean);
  return (
    <li className={css.item}>
      <button type="button" className={css.row} onClick={onEdit}>
        <span className={css.head}>
          <span className={css.address}>{one.address}</span>
          {isMain && <span className={css.main}>{t('addresses.main')}</span>}
        </span>
        <span className={css.own}>{own.length > 0 ? own.join(t('list_joint')) : t('addresses.as_inbox')}</span>
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('addresses.menu', { address: one.address })}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconStar size={16} stroke={1.6} />} disabled={isMain} onClick={onMain}>
            {t('addresses.make_main')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} disabled={isMain} onClick={onRemove}>
            {t('addresses.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
