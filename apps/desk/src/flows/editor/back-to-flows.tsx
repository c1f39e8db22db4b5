import { IconArrowLeft } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkIcon } from '../../admin/links.tsx';

export function BackToFlows() {
  const t = useAdminWords();
  return (
    <LinkIcon to="/knowledge/flows" variant="subtle" color="gray" size={44} ml={-12} aria-label={t('flows.back')}>
      <IconArrowLeft size={20} stroke={1.6} />
    </LinkIcon>
  );
}
