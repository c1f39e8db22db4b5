import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { assignConversation, moveToQueue } from '../app/api.ts';
import { call } from '../app/client.ts';
import { tell, tellWithUndo } from '../ui/tell.tsx';
import { boardQuery } from './board.queries.ts';
import { forEachFew, type Place, placeOf, type Step, stepsBack, stepTo, type Target } from './move.ts';

/** The server tells the same board for three seconds: after that it knows. */
const BOARD_KNOWS_MS = 3200;

const carryOut = (id: string, step: Step): Promise<unknown> =>
  'queueId' in step
    ? call(moveToQueue, { params: { id }, body: step })
    : call(assignConversation, { params: { id }, body: { agentId: step.agentId, teamId: step.teamId } });

/** Moves many, tells how far it is, and offers to take it all back. `progress`: null while nothing is under way. */
export function useMove() {
  const t = useAdminWords();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const renew = () => {
    void client.invalidateQueries({ queryKey: boardQuery.queryKey });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.invalidateQueries({ queryKey: boardQuery.queryKey }), BOARD_KNOWS_MS);
  };

  async function takeBack(moved: readonly Place[]): Promise<void> {
    const back = await forEachFew(
      moved,
      async (place) => {
        for (const step of stepsBack(place)) await carryOut(place.id, step);
      },
      () => undefined,
    );
    renew();
    const failed = moved.length - back.length;
    tell(failed === 0 ? t('board.undone', { count: back.length }) : t('board.undone_some', { count: back.length, failed }));
  }

  async function move(conversations: readonly Conversation[], queueId: string | null, target: Target): Promise<void> {
    const places = conversations.map((conversation) => placeOf(conversation, queueId));
    setProgress({ done: 0, count: places.length });
    const moved = await forEachFew(
      places,
      (place) => carryOut(place.id, stepTo(target, place)),
      (done) => setProgress({ done, count: places.length }),
    );
    setProgress(null);
    renew();
    const failed = places.length - moved.length;
    if (moved.length === 0) return void notifications.show({ color: 'danger', message: t('board.moved_none') });
    const values = { count: moved.length, name: target.name, failed };
    tellWithUndo(t(failed === 0 ? 'board.moved' : 'board.moved_some', values), {
      label: t('board.undo'),
      undo: () => void takeBack(moved),
    });
  }
  return { move, progress };
}
