import { TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { isColor } from '../workspace/contrast.ts';
import { isKey } from './brand-key.ts';
import { BrandLikeness } from './brand-likeness.tsx';
import { changeBrand } from './brands.mutations.ts';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';
import { ColorField } from './color-field.tsx';
import { DomainGuide } from './domain-guide.tsx';
import { LogoField } from './logo-field.tsx';
import { RemoveBrand } from './remove-brand.tsx';

/** `host`: '' for none. */
type Values = Pick<Brand, 'name' | 'key' | 'color'> & { host: string };

const check = ({ name, key, color }: Values) =>
  faults({
    name: textFault(name, 100),
    key: isKey(key) ? undefined : { word: 'brand.key_fault' },
    color: isColor(color) ? undefined : { word: 'fault.color' },
  });

export function BrandDetail({ brand }: { brand: Brand }) {
  const t = useAdminWords();
  const { id, name, key, color } = brand;
  const form = useForm<Values>({
    id: `settings.brand.${id}`,
    stored: { name, key, color, host: brand.host ?? '' },
    check,
    refusals: {
      'brand.key_taken': { path: 'key', word: 'brand.key_taken' },
      'brand.host_taken': { path: 'host', word: 'brand.taken_domain' },
      'brand.host_invalid': { path: 'host', word: 'brand.domain_fault' },
    },
    save: (values) =>
      changeBrand(id, {
        name: values.name.trim(),
        key: values.key,
        color: values.color.toLowerCase(),
        host: values.host.trim() === '' ? null : values.host.trim(),
      }),
  });
  const { values } = form;
  const path = brand.isDefault ? '/help' : `/help/brands/${key}`;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.detail}>
      <div className={css.top}>
        <h2>{brand.name}</h2>
        {brand.isDefault && <span className={css.badge}>{t('brand.default')}</span>}
        <a href={brand.helpUrl} target="_blank" rel="noreferrer" className={css.open}>
          {t('brand.open_help')}
          <IconExternalLink size={16} stroke={1.6} aria-hidden />
        </a>
      </div>
      <Section title={t('brand.about')} text={brand.isDefault && t('brand.default_text')}>
        <div className={css.look}>
          <div className={css.fields}>
            <TextInput label={t('brand.name')} description={t('brand.name_help')} maxLength={100} {...form.text('name')} />
            <ColorField value={values.color} error={form.error('color')} onChange={(chosen) => form.set({ color: chosen })} />
            <LogoField brand={brand} />
            <TextInput
              label={t('brand.key')}
              description={t('brand.key_help')}
              maxLength={40}
              spellCheck={false}
              autoComplete="off"
              {...form.text('key')}
            />
          </div>
          <BrandLikeness name={values.name} color={values.color} logo={brand.logo} />
        </div>
      </Section>
      <Section title={t('brand.domain')} text={t('brand.domain_text')}>
        <div className={css.fields}>
          <TextInput
            label={t('brand.domain_field')}
            description={t('brand.domain_help', { path })}
            placeholder={t('brand.domain_example')}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={253}
            {...form.text('host')}
          />
        </div>
        {values.host.trim() !== '' && <DomainGuide host={values.host.trim()} savedAt={brand.host === null ? null : brand.helpUrl} />}
      </Section>
      <RemoveBrand brand={brand} />
      <SaveBar form={form} />
    </form>
  );
}
