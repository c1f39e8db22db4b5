import { IconMapOff } from '@tabler/icons-react';
import { Empty } from '../ui/empty.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useWords } from './locale.tsx';

export function NotFound() {
  const t = useWords();
  return (
    <Empty icon={IconMapOff} title={t('not_found.title')} text={t('not_found.text')}>
      <LinkButton to="/" variant="default">
        {t('not_found.back')}
      </LinkButton>
    </Empty>
  );
}
