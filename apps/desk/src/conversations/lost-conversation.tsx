import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { Empty } from '../ui/empty.tsx';

/** Instead of a conversation that went to another team or agent while it was open, and that this agent does not see there. */
export function LostConversation() {
  const t = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/conversations' });
  return (
    <div role="status">
      <Empty icon={IconEyeOff} title={t('lost.title')} text={t('lost.text')}>
        <Button onClick={() => void navigate({ to: '/', search })}>{t('lost.back')}</Button>
      </Empty>
    </div>
  );
}
