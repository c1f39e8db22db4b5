import { IconCloudOff, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useAdminWords } from '../../admin/admin-words.ts';
import { NoPermission } from '../../admin/no-permission.tsx';
import { useCan, useMe } from '../../app/me.ts';
import { clockTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { type BoardNow, boardQuery } from '../board.queries.ts';
import { useSecond } from '../use-second.ts';
import { useAwake } from './use-awake.ts';
import { useDark } from './use-dark.ts';
import { useQuietPointer } from './use-quiet-pointer.ts';
import { WallAgents, WallNext, WallQueues, WallTotals } from './wall-parts.tsx';
import css from './wallboard.module.css';

/** The board for a big screen: nothing to press, legible across a room. Its address can be a screen's start page. */
export function WallboardPage() {
  return useCan('board.read') ? createPortal(<Wallboard />, document.body) : <NoPermission />;
}

/** Figures older than this are told to be: four askings went unanswered. */
const STALE_MS = 20_000;

function Wallboard() {
  useDark();
  useAwake();
  const t = useAdminWords();
  const navigate = useNavigate();
  const quiet = useQuietPointer();
  const { data, dataUpdatedAt, isError } = useQuery({ ...boardQuery, refetchIntervalInBackground: true, retry: false });
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    void navigate({ to: '/board' });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/board' });
    };
    // The browser keeps Escape for itself while a page is full screen.
    const onFullscreen = () => !document.fullscreenElement && void navigate({ to: '/board' });
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onFullscreen);
    };
  }, [navigate]);
  return (
    <div className={css.wall} data-quiet={quiet || undefined}>
      <button type="button" className={css.leave} aria-label={t('board.wall_leave')} onClick={leave}>
        <IconX size={24} stroke={1.6} aria-hidden />
      </button>
      {data && <Figures board={data} askedAt={dataUpdatedAt} />}
      {!data && isError && (
        <p role="status" className={css.away}>
          <IconCloudOff aria-hidden />
          {t('board.wall_away')}
        </p>
      )}
    </div>
  );
}

function Figures({ board, askedAt }: { board: BoardNow; askedAt: number }) {
  const t = useAdminWords();
  const reader = useReader();
  const { workspace } = useMe();
  const second = useSecond();
  const now = second - board.skew;
  const stale = second - askedAt > STALE_MS;
  return (
    <>
      <header className={css.head}>
        <h1 className={css.name}>{workspace.name}</h1>
        <span role="status" className={css.offline}>
          {stale && (
            <>
              <IconCloudOff aria-hidden />
              {t('board.offline', { time: clockTime(board.at, reader) })}
            </>
          )}
        </span>
        <time className={css.clock}>{clockTime(new Date(now).toISOString(), reader)}</time>
      </header>
      <div className={css.figures} data-stale={stale || undefined}>
        <WallTotals board={board} now={now} />
        <div className={css.columns}>
          <WallQueues board={board} now={now} />
          <WallAgents board={board} />
          <WallNext board={board} now={now} />
        </div>
      </div>
    </>
  );
}
