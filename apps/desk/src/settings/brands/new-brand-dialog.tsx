import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { isKey, keyFrom } from './brand-key.ts';
import { addBrand } from './brands.mutations.ts';
import { ColorField } from './color-field.tsx';

/** `key` as typed; null as long as it follows the name. */
type Values = { name: string; key: string | null; color: string };

const keyOf = ({ name, key }: Values): string => key ?? keyFrom(name);

/** What a brand cannot be without; logo and domain come on its own page. */
export function NewBrandDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const form = useForm<Values>({
    id: null,
    stored: { name: '', key: null, color: '#0b7285' },
    check: (values) => faults({ name: textFault(values.name, 100), key: isKey(keyOf(values)) ? undefined : { word: 'brand.key_fault' } }),
    refusals: {
      'brand.key_taken': { path: 'key', word: 'brand.key_taken' },
      'brand.too_many': { path: 'name', word: 'brand.too_many' },
    },
    save: async (values) => {
      const brand = await addBrand({ name: values.name.trim(), key: keyOf(values), color: values.color.toLowerCase(), host: null });
      await navigate({ to: '/settings/$', params: { _splat: `brands/${brand.id}` } });
    },
  });
  return (
    <FormDialog title={t('brand.new')} submit={t('brand.create')} form={form} onClose={onClose}>
      <TextInput
        label={t('brand.name')}
        description={t('brand.name_help')}
        placeholder={t('brand.name_example')}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
      <TextInput
        label={t('brand.key')}
        description={t('brand.key_help')}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={keyOf(form.values)}
        error={form.error('key')}
        onBlur={() => keyOf(form.values) !== '' && form.touch('key')}
        onChange={(event) => form.set({ key: event.currentTarget.value })}
      />
      <ColorField value={form.values.color} error={form.error('color')} onChange={(color) => form.set({ color })} />
    </FormDialog>
  );
}
