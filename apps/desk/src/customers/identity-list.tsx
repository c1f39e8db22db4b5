import type { Customer, Identity } from '@madoguchi/contract/customers.ts';
import { IconBrowser, IconId, IconMail, IconPhone, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { type AdminKey, useAdminWords } from '../admin/admin-words.ts';
import { Section } from '../admin/section.tsx';
import { useChannelWords } from '../channels/channel-words.ts';
import { lookOf } from '../channels/channels.ts';
import css from './identity-list.module.css';

/** Those that are no platform's; all others have the name and look of their channel. */
const kinds: Partial<Record<Identity['kind'], { icon: typeof IconMail; word: AdminKey }>> = {
  email: { icon: IconMail, word: 'identity.email' },
  phone: { icon: IconPhone, word: 'identity.phone' },
  external: { icon: IconId, word: 'identity.external' },
  visitor: { icon: IconBrowser, word: 'identity.visitor' },
};

/** Every address under which this person is known, and which of them are proven. */
export function IdentityList({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  return (
    <Section title={t('identity.title')}>
      {customer.identities.length === 0 ? (
        <p className={css.none}>{t('identity.none')}</p>
      ) : (
        <ul className={css.list}>
          {customer.identities.map((identity) => (
            <IdentityRow key={identity.id} identity={identity} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function IdentityRow({ identity }: { identity: Identity }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const known = kinds[identity.kind];
  const Icon = known?.icon ?? lookOf(identity.kind).icon;
  return (
    <li className={css.row}>
      <Icon size={18} stroke={1.6} aria-hidden className={css.icon} />
      <span className={css.words}>
        <span className={css.kind}>{known ? t(known.word) : channels.name(identity.kind)}</span>
        <span className={css.value}>
          <IdentityValue identity={identity} />
        </span>
      </span>
      {identity.kind !== 'visitor' && (
        <span
          className={css.mark}
          data-verified={identity.verified || undefined}
          title={t(identity.verified ? 'identity.verified_text' : 'identity.claimed_text')}
        >
          {identity.verified && <IconRosetteDiscountCheck size={16} stroke={1.6} aria-hidden />}
          {t(identity.verified ? 'identity.verified' : 'identity.claimed')}
        </span>
      )}
    </li>
  );
}

/** An address that can be used is a link; a browser's own id tells nobody anything. */
function IdentityValue({ identity }: { identity: Identity }) {
  const t = useAdminWords();
  if (identity.kind === 'email') return <a href={`mailto:${identity.value}`}>{identity.value}</a>;
  if (identity.kind === 'phone') return <a href={`tel:${identity.value}`}>{identity.value}</a>;
  return identity.kind === 'visitor' ? t('identity.visitor_value') : identity.value;
}
