import type { Customer } from '@madoguchi/contract/customers.ts';
import { eraseCustomer } from '@madoguchi/contract/people.ts';
import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { customerName } from '../../conversations/customer-name.ts';
import { tell } from '../../ui/tell.tsx';
import { erasableQuery } from '../customers.queries.ts';

/** The one thing here that cannot be taken back: it is said what goes, and asked once. */
export function EraseDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useAdminWords();
  const desk = useWords();
  const phone = usePhone();
  const words = useProblemWords();
  const mayLift = useCan('retention.manage');
  const erasable = useQuery(erasableQuery(customer.id));
  const held = erasable.data?.held ?? false;
  const [sure, setSure] = useState(false);
  const name = customerName(desk, customer.name);
  const erase = useMutation({
    mutationFn: () => call(eraseCustomer, { params: { id: customer.id } }),
    onSuccess: async () => {
      tell(t('erase.told'));
      onClose();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['customers'] }),
        queryClient.invalidateQueries({ queryKey: ['conversations'] }),
      ]);
    },
  });
  return (
    <Modal
      opened
      onClose={() => !erase.isPending && onClose()}
      title={t('erase.title', { name })}
      size={480}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap={16}>
        <p className="prose" style={{ margin: 0 }}>
          {t('erase.text')}
        </p>
        {customer.merged.length > 0 && <Alert color="warning">{t('erase.merged', { count: customer.merged.length })}</Alert>}
        {erase.error && (
          <Alert color="danger" role="alert">
            {words(erase.error)}
          </Alert>
        )}
        {held ? (
          <Alert color="warning" role="status" style={{ wordBreak: 'auto-phrase' }}>
            {t('erase.held')}
            {mayLift && (
              <>
                {' '}
                <Link to="/settings/$" params={{ _splat: 'retention' }} style={{ color: 'inherit' }}>
                  {t('erase.held_see')}
                </Link>
              </>
            )}
          </Alert>
        ) : (
          <Checkbox label={t('erase.sure')} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        )}
        <Group justify="flex-end" grow={phone}>
          <Button variant="default" mih={phone ? 44 : undefined} onClick={onClose} disabled={erase.isPending}>
            {t('cancel')}
          </Button>
          <Button
            color="danger"
            mih={phone ? 44 : undefined}
            disabled={!sure || held}
            loading={erase.isPending || erasable.isPending}
            onClick={() => erase.mutate()}
          >
            {t('erase.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
