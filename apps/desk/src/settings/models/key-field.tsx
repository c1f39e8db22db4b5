import { Button, PasswordInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './models-section.module.css';

type Values = { key: string; dropKey: boolean };
type Props = { values: Values; hasKey: boolean; onChange: (patch: Partial<Values>) => void };

/** A key that can be replaced or removed, and never read: an empty field leaves the kept one as it is. */
export function KeyField({ values: { key, dropKey }, hasKey, onChange }: Props) {
  const t = useAdminWords();
  const kept = hasKey && !dropKey;
  return (
    <div>
      <PasswordInput
        label={t('models.key')}
        description={t('models.key_help')}
        placeholder={kept ? t('models.key_kept') : undefined}
        autoComplete="new-password"
        maxLength={500}
        value={key}
        onChange={(event) => onChange({ key: event.currentTarget.value })}
      />
      {kept && key === '' && (
        <Button variant="subtle" size="compact-sm" mt={4} ml={-8} onClick={() => onChange({ dropKey: true })}>
          {t('models.key_drop')}
        </Button>
      )}
      {dropKey && key === '' && <p className={css.note}>{t('models.key_dropped')}</p>}
    </div>
  );
}
