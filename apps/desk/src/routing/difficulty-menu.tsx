import type { Difficulty, Reason } from '@madoguchi/contract/routing.ts';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGauge } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { correctDifficulty } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords, type WordKey } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { problemWords } from '../app/problem-words.ts';
import header from '../conversations/header/conversation-header.module.css';
import { LazyPopover } from '../ui/lazy-popover.tsx';
import css from './difficulty-menu.module.css';
import { conversationRoutingQuery } from './routing.queries.ts';

const reasonWords: Record<string, WordKey> = {
  bot_failed: 'difficulty.reason.bot_failed',
  bot_unsure: 'difficulty.reason.bot_unsure',
  long: 'difficulty.reason.long',
  negative: 'difficulty.reason.negative',
  often: 'difficulty.reason.often',
  hard_topic: 'difficulty.reason.hard_topic',
  easy_topic: 'difficulty.reason.easy_topic',
};

/** How hard a conversation is, how that was judged, and the way to correct it. Where it waits, too. */
export function DifficultyMenu({ conversationId }: { conversationId: string }) {
  const t = useWords();
  const mayCorrect = useCan('conversation.tag');
  const client = useQueryClient();
  const query = conversationRoutingQuery(conversationId);
  const { data } = useQuery(query);
  const correct = useMutation({
    mutationFn: (difficulty: Difficulty) => call(correctDifficulty, { params: { id: conversationId }, body: { difficulty } }),
    onSuccess: (routing) => client.setQueryData(query.queryKey, routing),
    onError: (error) => notifications.show({ color: 'danger', message: problemWords(t, error) }),
  });
  if (!data) return null;
  const { difficulty, correctedBy, chance, reasons, queue, waiting, offeredTo } = data;
  const now = t(`difficulty.${difficulty}`);
  return (
    <LazyPopover
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      dropdown={{ className: css.pop }}
      target={
        <button
          type="button"
          className={header.button}
          data-hard={difficulty === 'hard' || undefined}
          title={t('difficulty.label')}
          aria-label={`${t('difficulty.label')}: ${now}`}
        >
          <IconGauge size={16} stroke={1.6} aria-hidden className={difficulty === 'hard' ? css.hard : css.easy} />
          {difficulty === 'hard' && <span>{now}</span>}
        </button>
      }
    >
      <p className={css.verdict}>
        <strong>{now}</strong>
        <span>{correctedBy ? t('difficulty.corrected', { name: correctedBy }) : t('difficulty.judged')}</span>
        {!correctedBy && <span>{t('difficulty.chance', { percent: Math.round(chance * 100) })}</span>}
      </p>
      <h3 className={css.title}>{t('difficulty.why')}</h3>
      <Reasons reasons={reasons} />
      {waiting && queue && (
        <p className={css.queue}>
          {t('routing.waiting_in', { queue: queue.name })}
          {offeredTo && ` · ${t('routing.offered_to', { name: offeredTo.name })}`}
        </p>
      )}
      {mayCorrect && queue && (
        <>
          <div className={css.choices}>
            {(['easy', 'hard'] as const).map((one) => (
              <Button
                key={one}
                size="xs"
                variant={one === difficulty ? 'light' : 'default'}
                aria-pressed={one === difficulty}
                disabled={correct.isPending}
                onClick={() => (one !== difficulty || !correctedBy) && correct.mutate(one)}
              >
                {t(`difficulty.${one}`)}
              </Button>
            ))}
          </div>
          <p className={css.hint}>{t('difficulty.correct')}</p>
        </>
      )}
    </LazyPopover>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useWords();
  const known = reasons.filter(({ code }) => reasonWords[code]);
  if (known.length === 0) return <p className={css.hint}>{t('difficulty.no_reason')}</p>;
  return (
    <ul className={css.reasons}>
      {known.map(({ code, values }) => (
        <li key={code}>
          <span>{t(reasonWords[code]!)}</span>
          <small>{t(values.towards === 'hard' ? 'difficulty.towards_hard' : 'difficulty.towards_easy')}</small>
        </li>
      ))}
    </ul>
  );
}
