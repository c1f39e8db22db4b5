import { Button, Modal } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { DuplicateRow } from '../../conversations/customer/duplicates.tsx';
import { customerName } from '../../conversations/customer-name.ts';
import { allDuplicatesQuery } from '../customers.queries.ts';
import css from './list.module.css';

/** Pairs who may be one person, over everybody: one after the other is decided. */
export function AllDuplicates() {
  const t = useAdminWords();
  const desk = useWords();
  const phone = usePhone();
  const mayMerge = useCan('customer.merge');
  const { data } = useQuery({ ...allDuplicatesQuery, enabled: mayMerge });
  const [open, setOpen] = useState(false);
  const pairs = data?.items ?? [];
  if (pairs.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="subtle"
        px={phone ? 8 : undefined}
        leftSection={<IconUsersPlus size={16} stroke={1.6} />}
        aria-label={t('customers.duplicates', { count: pairs.length })}
        onClick={() => setOpen(true)}
      >
        {/* Beside the title and the other actions of a phone there is room for the number alone. */}
        {phone ? pairs.length : t('customers.duplicates', { count: pairs.length })}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('customers.duplicates_title')}
        size={560}
        fullScreen={phone}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {pairs.length === 0 && <p className={css.none}>{t('customers.duplicates_none')}</p>}
        <ul className={css.pairs}>
          {pairs.map(({ of, ...duplicate }) => (
            <li key={`${of.id} ${duplicate.customer.id}`} className={css.pairOf}>
              <Link to="/customers/$customerId" params={{ customerId: of.id }} className={css.of}>
                {customerName(desk, of.name)}
                {of.reading && <span className={css.reading}>{of.reading}</span>}
              </Link>
              <ul className={css.other}>
                <DuplicateRow customerId={of.id} duplicate={duplicate} />
              </ul>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
