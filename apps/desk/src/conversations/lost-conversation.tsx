import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { Empty } from '../ui/empty.tsx';
import { tell } from '../ui/tell.tsx';
import { useDraft } from './composer/draft-store.ts';
import css from './lost-conversation.module.css';

/** Instead of a conversation that went to another team or agent while it was open, and that this agent does not see there. What they wrote is theirs. */
export function LostConversation({ id }: { id: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/conversations' });
  const { text } = useDraft(id, 'reply');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    tell(t('copied'));
  };
  return (
    <div role="status">
      <Empty icon={IconEyeOff} title={t('lost.title')} text={t('lost.text')}>
        {text.trim() !== '' && (
          <figure className={css.draft}>
            <figcaption>{t('lost.draft')}</figcaption>
            <p>{text}</p>
            <Button variant="default" onClick={() => void copy()}>
              {t('lost.copy')}
            </Button>
          </figure>
        )}
        <Button onClick={() => void navigate({ to: '/', search })}>{t('lost.back')}</Button>
      </Empty>
    </div>
  );
}
