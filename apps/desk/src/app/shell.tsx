import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { KeyHelp } from '../keys/key-help.tsx';
import { paletteAsks } from '../keys/palette-store.ts';
import { useKeyboard } from '../keys/use-keyboard.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { OfflineBar } from '../live/offline-bar.tsx';
import { HandOverDialog } from '../routing/hand-over-dialog.tsx';
import { Offers } from '../routing/offers.tsx';
import { useStore } from '../ui/store.ts';
import { Tips } from '../ui/tips.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useAdoptLocale } from './adopt-locale.ts';
import { useWords } from './locale.tsx';
import { placeOf, places } from './places.ts';
import { Rail } from './rail.tsx';
import css from './shell.module.css';
import { useShellActions } from './shell-actions.ts';
import { useVisibleHeight } from './use-visible-height.ts';

const Palette = lazy(async () => ({ default: (await import('../keys/palette.tsx')).Palette }));

/** What stays while an agent moves between places: the rail, the keys, the live connection and the bar that tells when it is cut. */
export function Shell() {
  useAdoptLocale();
  useVisibleHeight();
  useKeyboard();
  useShellActions();
  const paletteWanted = useStore(paletteAsks, (asks) => asks > 0);
  const { conversationId } = useParams({ strict: false });
  const t = useWords();
  const here = placeOf(useLocation({ select: (location) => location.pathname }));
  // The conversations' own page tells more: the view and how many wait.
  useTitle(here === '/' ? null : t(places.find(({ to }) => to === here)!.word));
  return (
    <LiveProvider>
      <div className={css.shell} data-reading={conversationId ? '' : undefined}>
        <OfflineBar />
        <Rail />
        <main className={css.place}>
          <Outlet />
        </main>
      </div>
      <Offers />
      <HandOverDialog />
      <KeyHelp />
      <Tips />
      {paletteWanted && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </LiveProvider>
  );
}
