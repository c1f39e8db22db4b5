import type { Identity } from '@madoguchi/contract/customers.ts';
import { notifications } from '@mantine/notifications';
import { IconBrowser, IconId, IconPhone, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useWords, type WordKey } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { lookOf } from '../../channels/channels.ts';
import { isReadableAddress } from '../../channels/readable-address.ts';
import css from './customer-pane.module.css';

/** Those that are no platform's; all others have the name and look of their channel. */
const kinds: Partial<Record<Identity['kind'], { icon: typeof IconId; word: WordKey }>> = {
  phone: { icon: IconPhone, word: 'identity.phone' },
  external: { icon: IconId, word: 'identity.external' },
  visitor: { icon: IconBrowser, word: 'identity.visitor' },
};

/** What can be read to somebody first, what only machines read last. */
const rank: Partial<Record<Identity['kind'], number>> = { email: 0, phone: 1, external: 3, visitor: 4 };
const rankOf = (kind: Identity['kind']) => rank[kind] ?? 2;

/** The ways to reach a customer; a click copies. Verified means proven, not merely said. A code that only machines read tells nothing: its word is enough. */
export function Identities({ identities }: { identities: readonly Identity[] }) {
  const t = useWords();
  const channels = useChannelWords();
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    notifications.show({ id: 'copied', message: t('copied'), autoClose: 2000 });
  };
  const shown = [...identities].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return (
    <section className={css.section}>
      <h4>{t('customer_pane.identities')}</h4>
      <ul className={css.list}>
        {shown.map(({ id, kind, value, verified }) => {
          const Icon = kinds[kind]?.icon ?? lookOf(kind).icon;
          const name = kinds[kind] ? t(kinds[kind].word) : channels.name(kind);
          return (
            <li key={id}>
              <button type="button" className={css.identity} title={`${name}: ${value}`} onClick={() => void copy(value)}>
                <Icon size={16} stroke={1.6} aria-label={name} color="var(--ink-3)" />
                <span className={css.value}>{kind === 'external' || isReadableAddress(value) ? value : name}</span>
                {kind !== 'visitor' &&
                  (verified ? (
                    <span className={css.verified} title={t('identity.verified')}>
                      <IconRosetteDiscountCheck size={16} stroke={1.8} aria-label={t('identity.verified')} />
                    </span>
                  ) : (
                    <span className={css.unverified}>{t('identity.unverified')}</span>
                  ))}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
