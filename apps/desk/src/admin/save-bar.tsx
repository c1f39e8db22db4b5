import { Button } from '@mantine/core';
import { useAdminWords } from './admin-words.ts';
import css from './save-bar.module.css';
import { chord, useSaveKey } from './use-save-key.ts';

type Props = {
  form: { dirty: boolean; saving: boolean; failure: string | null; submit: () => void; reset: () => void };
  saveLabel?: string;
};

/** Appears at the lower edge as soon as something is unsaved; says why when saving failed. Its room is kept free, so nothing moves. */
export function SaveBar({ form, saveLabel }: Props) {
  const t = useAdminWords();
  useSaveKey(() => void form.submit(), form.dirty);
  return (
    <div className={css.room}>
      {form.dirty && (
        <div className={css.bar} role="status">
          <span className={form.failure ? css.failure : css.text}>{form.failure ?? t('form.unsaved')}</span>
          <Button variant="default" onClick={form.reset} disabled={form.saving}>
            {t('form.discard')}
          </Button>
          <Button type="submit" loading={form.saving} rightSection={<kbd className={css.key}>{chord('S')}</kbd>}>
            {saveLabel ?? t('form.save')}
          </Button>
        </div>
      )}
    </div>
  );
}
