import type { ShopKind } from '@madoguchi/contract/shops.ts';
import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { SecretOnce } from './secret-once.tsx';
import css from './shops.module.css';
import { connect } from './shops.queries.ts';

const SOURCE = /^[a-z0-9][a-z0-9-]{0,39}$/;
export const SHORTEST_SECRET = 16;

/** What kind of shop, its name, and what it signs with. */
export function NewShopDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const open = (id: string) => {
    onClose();
    void navigate({ to: '/settings/$', params: { _splat: `shops/${id}` } });
  };
  const form = useForm<{ kind: ShopKind; name: string; source: string; secret: string }>({
    id: null,
    stored: { kind: 'generic', name: '', source: '', secret: '' },
    check: ({ kind, name, source, secret }) =>
      faults({
        name: textFault(name, 100),
        source: SOURCE.test(source) ? undefined : { word: 'fault.shop_source' },
        secret: kind === 'shopify' && secret.trim().length < SHORTEST_SECRET ? { word: 'fault.shop_secret' } : undefined,
      }),
    refusals: { 'shop.source_taken': { path: 'source', word: 'fault.shop_source_taken' } },
    save: async ({ kind, name, source, secret }) => {
      const { shop, secret: shownOnce } = await connect({
        kind,
        name: name.trim(),
        source,
        ...(kind === 'shopify' ? { secret: secret.trim() } : {}),
      });
      if (shownOnce) setMade({ id: shop.id, secret: shownOnce });
      else open(shop.id);
    },
  });
  if (made) return <SecretOnce secret={made.secret} onClose={() => open(made.id)} />;
  const { kind } = form.values;
  return (
    <FormDialog title={t('shops.new')} submit={t('shops.connect')} form={form} onClose={onClose}>
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t('shops.kind')}
          data={(['generic', 'shopify'] as const).map((value) => ({ value, label: t(`shops.kind.${value}`) }))}
          value={kind}
          onChange={(value) => form.set({ kind: value as ShopKind })}
        />
        <p className={css.small}>{t(`shops.kind_text.${kind}`)}</p>
      </div>
      <TextInput label={t('shops.name')} placeholder={t('shops.name_example')} autoComplete="off" data-autofocus {...form.text('name')} />
      <TextInput
        label={t('shops.source')}
        description={t('shops.source_help')}
        placeholder={kind === 'shopify' ? 'shopify' : 'online-shop'}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('source')}
      />
      {kind === 'shopify' && (
        <PasswordInput label={t('shops.secret')} description={t('shops.secret_help')} autoComplete="off" {...form.text('secret')} />
      )}
    </FormDialog>
  );
}
