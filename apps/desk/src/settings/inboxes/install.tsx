import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import { type Brand, brandsQuery } from '../brands/brands.queries.ts';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { scriptTag } from './install-code.ts';
import { InstallForm } from './install-form.tsx';

const brandOf = ({ brandId }: Inbox, brands: readonly Brand[]): Brand | undefined =>
  brands.find(({ id, isDefault }) => (brandId === null ? isDefault : id === brandId));

/** How an inbox gets before customers: one line for a page, or one address to link to. */
export function Install({ inbox, inboxes }: { inbox: Inbox; inboxes: readonly Inbox[] }) {
  const t = useAdminWords();
  const { data: brands } = useQuery(brandsQuery);
  const brand = brands && brandOf(inbox, brands.items);
  if (inbox.channel === 'form') return <InstallForm inbox={inbox} inboxes={inboxes} helpUrl={brand?.helpUrl ?? '/help'} />;
  return (
    <Section title={t('install.chat')}>
      <ol className={css.steps}>
        <li>{t('install.step_copy')}</li>
        <li>{t('install.step_paste')}</li>
        <li>{t('install.step_origin')}</li>
      </ol>
      <CopyField value={brand ? scriptTag(location.origin, inbox.key, brand.color) : ''} label={t('install.script')} />
      <p className={css.small}>{t('install.chat_text')}</p>
    </Section>
  );
}
