import { Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './report.module.css';

/** What a figure means: on hover, on focus and on tap. */
export function Definition({ name, text }: { name: string; text: string }) {
  const t = useAdminWords();
  return (
    <Tooltip label={text} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={css.define} aria-label={t('report.define', { name })}>
        <IconInfoCircle size={14} stroke={1.8} aria-hidden />
      </button>
    </Tooltip>
  );
}
