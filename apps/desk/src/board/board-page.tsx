import { Button, Skeleton } from '@mantine/core';
import { IconClockCheck, IconDeviceTv } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { LinkButton } from '../admin/links.tsx';
import { NoPermission } from '../admin/no-permission.tsx';
import { useCan } from '../app/me.ts';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { useNow } from '../ui/use-now.ts';
import { AgentsCard } from './agents-card.tsx';
import { type Behind, BehindDrawer } from './behind-drawer.tsx';
import css from './board.module.css';
import { type BoardNow, boardQuery } from './board.queries.ts';
import { NextCard } from './next-card.tsx';
import { QueuesTable } from './queues-table.tsx';
import { Standing } from './standing.tsx';
import { Totals } from './totals.tsx';
import { UpsetCard } from './upset-card.tsx';

/** How things stand at this moment, for those who supervise. It renews itself. */
export function BoardPage() {
  const t = useAdminWords();
  const mayRead = useCan('board.read');
  const board = useQuery({ ...boardQuery, enabled: mayRead });
  const navigate = useNavigate();
  if (!mayRead) return <NoPermission />;
  const toWall = () => {
    // Not everywhere, and not everybody wishes it: the wallboard does without.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    void navigate({ to: '/board/wall' });
  };
  return (
    <Page
      title={t('board.title')}
      width={1440}
      actions={
        <>
          {board.data && <Standing board={board.data} failed={board.isError} updatedAt={board.dataUpdatedAt} />}
          <LinkButton to="/board/promises" variant="default" leftSection={<IconClockCheck size={16} stroke={1.6} aria-hidden />}>
            {t('kept.title')}
          </LinkButton>
          <Button
            variant="default"
            classNames={{ section: css.wall }}
            leftSection={<IconDeviceTv size={16} stroke={1.6} aria-hidden />}
            onClick={toWall}
          >
            <span className={css.toWall}>{t('board.wall')}</span>
          </Button>
        </>
      }
    >
      {board.data ? (
        <BoardView board={board.data} />
      ) : board.error ? (
        <Failure error={board.error}>
          <Button variant="default" onClick={() => void board.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      ) : (
        <Ghosts />
      )}
    </Page>
  );
}

function BoardView({ board }: { board: BoardNow }) {
  const [behind, setBehind] = useState<Behind | null>(null);
  const now = useNow() - board.skew;
  return (
    <>
      <Totals board={board} now={now} openWaiting={() => setBehind({ name: '' })} />
      <div className={css.columns}>
        <div className={css.column}>
          <QueuesTable board={board} now={now} open={({ id, name }) => setBehind({ queueId: id, name })} />
          <UpsetCard board={board} now={now} />
          <NextCard board={board} skew={board.skew} />
        </div>
        <AgentsCard board={board} now={now} open={({ id, name }) => setBehind({ agentId: id, name })} />
      </div>
      {behind && <BehindDrawer behind={behind} board={board} now={now} onClose={() => setBehind(null)} />}
    </>
  );
}

const Ghosts = () => (
  <div aria-busy>
    <Skeleton height={98} mb={16} />
    <div className={css.columns}>
      <div className={css.column}>
        <Skeleton height={220} />
        <Skeleton height={300} />
      </div>
      <Skeleton height={420} />
    </div>
  </div>
);
