import type { Shop } from '@madoguchi/contract/shops.ts';
import { Button, Menu, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { useProblemWords } from '../../admin/problem.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { tell } from '../../ui/tell.tsx';
import { SHORTEST_SECRET } from './new-shop-dialog.tsx';
import { SecretOnce } from './secret-once.tsx';
import css from './shops.module.css';
import { saveShop, useRemoveShop, useRenewSecret } from './shops.queries.ts';

/** What is rarely needed of a shop. What cannot be taken back asks first. */
export function ShopMenu({ shop }: { shop: Shop }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const words = useProblemWords();
  const [asking, setAsking] = useState<'edit' | 'renew' | 'remove' | null>(null);
  const renewing = useRenewSecret(shop.id);
  const removing = useRemoveShop(shop.id);
  const { name, kind } = shop;
  const remove = async () => {
    await removing.mutateAsync();
    tell(t('shops.told_removed', { name }));
    await navigate({ to: '/settings/$', params: { _splat: 'shops' } });
  };
  return (
    <>
      <DotsMenu label={t('shops.menu', { name })}>
        <Menu.Item onClick={() => setAsking('edit')}>{t(kind === 'shopify' ? 'shops.edit_shopify' : 'shops.edit')}</Menu.Item>
        {kind === 'generic' && <Menu.Item onClick={() => setAsking('renew')}>{t('shops.renew')}</Menu.Item>}
        <Menu.Item color="danger" onClick={() => setAsking('remove')}>
          {t('shops.remove')}
        </Menu.Item>
      </DotsMenu>
      {asking === 'edit' && <EditDialog shop={shop} onClose={() => setAsking(null)} />}
      {asking === 'renew' && !renewing.data && (
        <Modal opened onClose={() => setAsking(null)} title={t('shops.renew')} closeButtonProps={{ 'aria-label': t('close') }}>
          <p className="prose">{t('shops.renew_text')}</p>
          {renewing.error && <p className={css.problem}>{words(renewing.error)}</p>}
          <Button fullWidth loading={renewing.isPending} onClick={() => renewing.mutate()}>
            {t('shops.renew')}
          </Button>
        </Modal>
      )}
      {asking === 'renew' && renewing.data && (
        <SecretOnce
          secret={renewing.data.secret}
          onClose={() => {
            renewing.reset();
            setAsking(null);
          }}
        />
      )}
      {asking === 'remove' && (
        <Modal
          opened
          onClose={() => setAsking(null)}
          title={t('shops.remove_title', { name })}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <p className="prose">{t('shops.remove_text')}</p>
          {removing.error && <p className={css.problem}>{words(removing.error)}</p>}
          <Button fullWidth color="danger" loading={removing.isPending} onClick={() => void remove()}>
            {t('shops.remove')}
          </Button>
        </Modal>
      )}
    </>
  );
}

function EditDialog({ shop, onClose }: { shop: Shop; onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { name: shop.name, secret: '' },
    check: ({ name, secret }) =>
      faults({
        name: textFault(name, 100),
        secret: secret !== '' && secret.trim().length < SHORTEST_SECRET ? { word: 'fault.shop_secret' } : undefined,
      }),
    save: async ({ name, secret }) => {
      await saveShop(shop.id, { name: name.trim(), ...(secret.trim() ? { secret: secret.trim() } : {}) });
      tell(t('shops.told_saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(shop.kind === 'shopify' ? 'shops.edit_shopify' : 'shops.edit')}
      submit={t('form.save')}
      form={form}
      onClose={onClose}
    >
      <TextInput label={t('shops.name')} autoComplete="off" data-autofocus {...form.text('name')} />
      {shop.kind === 'shopify' && (
        <PasswordInput label={t('shops.secret')} description={t('shops.secret_keep')} autoComplete="off" {...form.text('secret')} />
      )}
    </FormDialog>
  );
}
