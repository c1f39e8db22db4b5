import type { ConfigurationKind } from '@madoguchi/contract/configuration.ts';
import { Alert } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './configuration.module.css';

/** Where the secret of a kind is typed in. */
const sections: Partial<Record<ConfigurationKind, string>> = {
  'single-sign-on': 'single-sign-on',
  models: 'models',
  embeddings: 'models',
};

type Props = { kinds: readonly ConfigurationKind[]; done: boolean };

/** Secrets that no file brings, and where they are to be typed in. `done`: the files are applied already. */
export function SecretsNote({ kinds, done }: Props) {
  const t = useAdminWords();
  if (kinds.length === 0) return null;
  return (
    <Alert
      color="warning"
      role="status"
      icon={<IconKey size={18} aria-hidden />}
      title={t('configuration.secrets')}
      className={css.secrets}
    >
      <p className="prose">{t(done ? 'configuration.secrets_now' : 'configuration.secrets_then')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {done ? (
              <Link to="/settings/$" params={{ _splat: sections[kind] ?? '' }} className={css.link}>
                {t(`configuration.kind.${kind}`)}
              </Link>
            ) : (
              t(`configuration.kind.${kind}`)
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
