import type { ConfigurationChange, ConfigurationPreview } from '@madoguchi/contract/configuration.ts';
import { Button, Checkbox } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { ChangeRow } from './change-row.tsx';
import css from './configuration.module.css';
import { SecretsNote } from './secrets-note.tsx';

type Props = { preview: ConfigurationPreview; applying: boolean; onApply: (ids: string[]) => void };

/** What would change, by kind; what is ticked is applied, all or nothing. To remove something is never ticked beforehand. */
export function ChangeList({ preview: { changes, unchanged, secrets }, applying, onApply }: Props) {
  const t = useAdminWords();
  const [picked, setPicked] = useState(() => new Set(changes.filter(({ change }) => change !== 'removed').map(({ id }) => id)));
  const pick = (ids: readonly string[], on: boolean) =>
    setPicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  if (changes.length === 0)
    return (
      <>
        <p className={css.same} role="status">
          <IconCircleCheck size={18} aria-hidden /> {t('configuration.nothing')}
        </p>
        <SecretsNote kinds={secrets} done />
      </>
    );
  const all = changes.flatMap(({ id, refused }) => (refused === null ? [id] : []));
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <div className={css.changes}>
      <div className={css.head}>
        <Checkbox
          label={t('configuration.all')}
          checked={picked.size > 0 && picked.size === all.length}
          indeterminate={picked.size > 0 && picked.size < all.length}
          onChange={(event) => pick(all, event.currentTarget.checked)}
        />
        <span className={css.note}>
          {t('configuration.changes', { count: changes.length })} · {t('configuration.unchanged', { count: unchanged })}
        </span>
      </div>
      {kinds.map((kind) => (
        <section key={kind} aria-label={t(`configuration.kind.${kind}`)}>
          <h3 className={css.kind}>{t(`configuration.kind.${kind}`)}</h3>
          <ul className={css.list}>
            {changes
              .filter((change) => change.kind === kind)
              .map((change: ConfigurationChange) => (
                <ChangeRow key={change.id} change={change} picked={picked.has(change.id)} onPick={(on) => pick([change.id], on)} />
              ))}
          </ul>
        </section>
      ))}
      {changes.some(({ change }) => change === 'removed') && <p className={css.note}>{t('configuration.removed_hint')}</p>}
      <SecretsNote kinds={secrets} done={false} />
      <div className={css.foot}>
        <Button loading={applying} disabled={picked.size === 0} onClick={() => onApply([...picked])}>
          {t('configuration.apply', { count: picked.size })}
        </Button>
      </div>
    </div>
  );
}
