import { IconArrowLeft } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { LinkIcon } from '../admin/links.tsx';

/** One level up within the settings. */
export function SectionBack({ to }: { to: string }) {
  const t = useAdminWords();
  return (
    <LinkIcon to="/settings/$" params={{ _splat: to }} variant="subtle" color="gray" size={44} ml={-12} aria-label={t('back')}>
      <IconArrowLeft size={20} stroke={1.6} />
    </LinkIcon>
  );
}
