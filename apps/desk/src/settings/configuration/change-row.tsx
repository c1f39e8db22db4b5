import type { ConfigurationChange } from '@madoguchi/contract/configuration.ts';
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './configuration.module.css';
import { faultWords } from './fault-words.ts';

type Props = { change: ConfigurationChange; picked: boolean; onPick: (on: boolean) => void };

/** One entry: ticked or not, and what it says before and after. */
export function ChangeRow({ change: { kind, name, change, fields, refused }, picked, onPick }: Props) {
  const t = useAdminWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const single = name === kind || name === '';
  const title = single ? t(`configuration.kind.${kind}`) : name;
  return (
    <li className={css.change}>
      <div className={css.row}>
        <Checkbox
          checked={picked}
          disabled={refused !== null}
          onChange={(event) => onPick(event.currentTarget.checked)}
          aria-label={title}
        />
        <UnstyledButton className={css.open} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span className={css.mark} data-change={change}>
            {t(`configuration.${change}`)}
          </span>
          <span className={css.name}>
            {title}
            {refused !== null && <span className={css.refused}>{faultWords(t, refused)}</span>}
          </span>
          <IconChevronRight size={16} stroke={1.6} className={css.chevron} aria-label={t('configuration.show')} />
        </UnstyledButton>
      </div>
      {open && (
        <dl id={id} className={css.fields}>
          {fields.map((field) => (
            <div key={field.name} className={css.field}>
              <dt>{field.name}</dt>
              {change !== 'added' && (
                <dd className={css.before}>
                  <span className={css.label}>{t('configuration.before')}</span>
                  <pre>{field.before ?? t('configuration.none')}</pre>
                </dd>
              )}
              {change !== 'removed' && (
                <dd className={css.after}>
                  <span className={css.label}>{t('configuration.after')}</span>
                  <pre>{field.after ?? t('configuration.none')}</pre>
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
