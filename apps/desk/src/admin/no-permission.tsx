import { IconLock } from '@tabler/icons-react';
import { Empty } from '../ui/empty.tsx';
import { useAdminWords } from './admin-words.ts';

/** Where an address leads that is not for this agent: what it is, and whom to ask. */
export function NoPermission() {
  const t = useAdminWords();
  return <Empty icon={IconLock} title={t('locked.title')} text={t('locked.text')} />;
}
