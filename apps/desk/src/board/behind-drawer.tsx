import { BOARD_LIST, type Board } from '@madoguchi/contract/board.ts';
import { Button, Checkbox, Drawer, Progress, Skeleton } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { usePhone } from '../admin/use-phone.ts';
import { useCan } from '../app/me.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import css from './behind.module.css';
import { BehindRow } from './behind-row.tsx';
import { behindQuery, type Of } from './board.queries.ts';
import type { Target } from './move.ts';
import { TargetPicker } from './target-picker.tsx';
import { useMove } from './use-move.ts';

/** Whose number was opened: a queue's, an agent's, or that of all who wait. */
export type Behind = Of & { name: string };

type Props = { behind: Behind; board: Board; now: number; onClose: () => void };

/** The conversations behind a number: to look at, to take over, and to move many at once. */
export function BehindDrawer({ behind, board, now, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const mayMove = useCan('conversation.assign');
  const { name, queueId, agentId } = behind;
  const query = useQuery(behindQuery({ ...(queueId ? { queueId } : {}), ...(agentId ? { agentId } : {}) }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<Target | null>(null);
  const { move, progress } = useMove();
  const items = query.data?.items;
  // Whoever left the list meanwhile is not moved.
  const selected = items?.filter(({ id }) => chosen.has(id)) ?? [];
  const toggle = (id: string) => setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const go = async () => {
    if (!target) return;
    await move(selected, queueId ?? null, target);
    setChosen(new Set());
    setTarget(null);
  };
  const title = queueId ? t('board.behind_queue', { name }) : agentId ? t('board.behind_agent', { name }) : t('board.behind_waiting');
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      position="right"
      size={phone ? '100%' : 560}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title, content: css.content, body: css.body }}
    >
      <div className={css.scroll}>
        {query.error && !items && (
          <Failure error={query.error}>
            <Button variant="default" onClick={() => void query.refetch()}>
              {t('retry')}
            </Button>
          </Failure>
        )}
        {!items && !query.error && <Ghosts />}
        {items?.length === 0 && <Empty icon={IconInbox} title={t('board.behind_none')} />}
        {items && items.length > 0 && (
          <>
            {mayMove && (
              <Checkbox
                className={css.all}
                label={t('board.select_all')}
                checked={selected.length === items.length}
                indeterminate={selected.length > 0 && selected.length < items.length}
                onChange={() => setChosen(selected.length === items.length ? new Set() : new Set(items.map(({ id }) => id)))}
              />
            )}
            <ul className={css.list}>
              {items.map((conversation) => (
                <BehindRow
                  key={conversation.id}
                  conversation={conversation}
                  replyMinutes={board.replyMinutes}
                  now={now}
                  chosen={chosen.has(conversation.id)}
                  toggle={mayMove ? () => toggle(conversation.id) : null}
                />
              ))}
            </ul>
            {items.length >= BOARD_LIST && <p className={css.most}>{t('board.behind_most', { count: BOARD_LIST })}</p>}
          </>
        )}
      </div>
      {(selected.length > 0 || progress) && (
        <div className={css.foot} aria-live="polite">
          {progress ? (
            <div className={css.progress}>
              <span>{t('board.moving', progress)}</span>
              <Progress value={(progress.done / progress.count) * 100} aria-label={t('board.moving', progress)} />
            </div>
          ) : (
            <>
              <TargetPicker queues={board.queues} not={queueId ?? agentId ?? null} value={target} choose={setTarget} />
              <Button disabled={!target} onClick={() => void go()}>
                {t('board.move', { count: selected.length })}
              </Button>
            </>
          )}
        </div>
      )}
    </Drawer>
  );
}

const Ghosts = () => (
  <>
    {['a', 'b', 'c', 'd'].map((key) => (
      <Skeleton key={key} height={56} mb={8} />
    ))}
  </>
);
