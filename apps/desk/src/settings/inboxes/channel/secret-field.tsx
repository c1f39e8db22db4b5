import { Button, Input, PasswordInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './channel.module.css';

type Props = {
  label: string;
  description: string | undefined;
  required: boolean;
  /** '' leaves the kept one, null removes it. */
  value: string | null;
  isSet: boolean;
  error: string | undefined;
  onChange: (value: string | null) => void;
  onBlur: () => void;
};

/** A secret that can be set, replaced and removed, and never read. */
export function SecretField({ label, description, required, value, isSet, error, onChange, onBlur }: Props) {
  const t = useAdminWords();
  const [changing, setChanging] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (isSet && !changing && (value === '' || value === null))
    return (
      <Input.Wrapper label={label} description={description} required={required} labelElement="div">
        <div className={css.kept}>
          <span className={css.keptWord}>
            <IconLock size={16} stroke={1.6} aria-hidden />
            {t(value === null ? 'channel.secret_dropped' : 'channel.secret_set')}
          </span>
          {value === null ? (
            <Button variant="default" onClick={() => onChange('')}>
              {t('undo')}
            </Button>
          ) : (
            <Button
              variant="default"
              aria-label={t('channel.secret_change_named', { name: label })}
              onClick={() => {
                setChanging(true);
                requestAnimationFrame(() => field.current?.focus());
              }}
            >
              {t('channel.secret_change')}
            </Button>
          )}
          {value === '' && !required && (
            <Button variant="subtle" color="gray" onClick={() => onChange(null)}>
              {t('channel.secret_drop')}
            </Button>
          )}
        </div>
      </Input.Wrapper>
    );
  return (
    <PasswordInput
      ref={field}
      label={label}
      description={description}
      required={required}
      placeholder={isSet ? t('channel.secret_unchanged') : undefined}
      autoComplete="new-password"
      maxLength={10_000}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
