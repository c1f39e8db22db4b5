import type { CannedResponse, CannedUse } from '@madoguchi/contract/canned-responses.ts';
import { Menu } from '@mantine/core';
import { IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { OwnerMark } from '../folders/owner-mark.tsx';
import { useRemoveCanned } from './canned.mutations.ts';
import { solvedShare } from './canned-order.ts';
import css from './canned-section.module.css';

type Props = { canned: CannedResponse; use: CannedUse | undefined; path: string; mayWrite: boolean; mayShare: boolean; onEdit: () => void };

/** One canned response: how it is called up, what it says, how often it was used and whether that solved it. */
export function CannedRow({ canned, use, path, mayWrite, mayShare, onEdit }: Props) {
  const t = useAdminWords();
  const removing = useRemoveCanned(mayShare);
  const share = solvedShare(use);
  const words = (
    <>
      <code className={css.shortcut}>/{canned.shortcut}</code>
      <span className={css.words}>
        <span className={css.title}>
          {canned.title}
          {canned.locale === 'en' && <span className={css.locale}>EN</span>}
          <OwnerMark owner={canned.owner} teamId={canned.teamId} />
          {canned.files.length > 0 && <IconPaperclip className={css.clip} size={14} stroke={1.6} aria-label={t('canned.files')} />}
        </span>
        <span className={css.text}>
          {path && <span className={css.path}>{path}</span>}
          {canned.text}
        </span>
      </span>
      <span className={css.use}>
        {use ? (
          <>
            <span>{t('canned.used', { count: use.used })}</span>
            <span className={css.solved}>{t('canned.solved', { percent: Math.round((share ?? 0) * 100) })}</span>
          </>
        ) : (
          <span className={css.solved}>{t('canned.never_used')}</span>
        )}
      </span>
    </>
  );
  if (!mayWrite)
    return (
      <li className={css.item}>
        <div className={css.row}>{words}</div>
      </li>
    );
  return (
    <li className={css.item}>
      <button type="button" className={css.row} onClick={onEdit} lang={canned.locale}>
        {words}
      </button>
      <span className={css.more}>
        <DotsMenu label={t('canned.menu', { title: canned.title })}>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => removing.mutate(canned)}>
            {t('canned.remove')}
          </Menu.Item>
        </DotsMenu>
      </span>
    </li>
  );
}
