import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { Loaded } from '../loaded.tsx';
import { PayloadRow } from './payload-row.tsx';
import css from './payloads.module.css';
import { payloadsQuery } from './payloads.queries.ts';

type Props = { inbox: { id: string; name: string }; onClose: () => void };

/** What an inbox received and could not read: kept as it came, to be read again once it can be. */
export function PayloadsDrawer({ inbox, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const query = useQuery(payloadsQuery(inbox.id));
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('payloads.title', { name: inbox.name })}
      position="right"
      size={phone ? '100%' : 720}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title }}
    >
      <p className={`${css.lead} prose`}>{t('payloads.text')}</p>
      <Loaded query={query} height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.none}>{t('payloads.none')}</p>
          ) : (
            <ul className={css.list}>
              {items.map((payload) => (
                <PayloadRow key={payload.id} payload={payload} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Drawer>
  );
}
