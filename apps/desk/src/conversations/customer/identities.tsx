import type { Identity } from '@madoguchi/contract/customers.ts';
import { notifications } from '@mantine/notifications';
import { IconBrowser, IconId, IconMail, IconPhone, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useWords, type WordKey } from '../../app/locale.tsx';
import css from './customer-pane.module.css';

const kinds: Record<Identity['kind'], { icon: typeof IconMail; word: WordKey }> = {
  email: { icon: IconMail, word: 'identity.email' },
  phone: { icon: IconPhone, word: 'identity.phone' },
  external: { icon: IconId, word: 'identity.external' },
  visitor: { icon: IconBrowser, word: 'identity.visitor' },
};

const order: Identity['kind'][] = ['email', 'phone', 'external', 'visitor'];

/** The ways to reach a customer; a click copies. Verified means proven, not merely said. A browser's own number tells nothing: its word is enough. */
export function Identities({ identities }: { identities: readonly Identity[] }) {
  const t = useWords();
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    notifications.show({ id: 'copied', message: t('copied'), autoClose: 2000 });
  };
  const shown = [...identities].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <section className={css.section}>
      <h4>{t('customer_pane.identities')}</h4>
      <ul className={css.list}>
        {shown.map(({ id, kind, value, verified }) => {
          const { icon: Icon, word } = kinds[kind];
          return (
            <li key={id}>
              <button type="button" className={css.identity} title={`${t(word)}: ${value}`} onClick={() => void copy(value)}>
                <Icon size={16} stroke={1.6} aria-label={t(word)} color="var(--ink-3)" />
                <span className={css.value}>{kind === 'visitor' ? t('identity.visitor') : value}</span>
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
