import type { ComponentChildren } from 'preact';
import type { Screen } from './screen.ts';
import { Tool } from './tool.tsx';

/** The colored bar of a view; the conversation has the way back. */
export const Header = ({ state, set, chat, t, children }: Screen & { children: ComponentChildren }) => (
  <header>
    {state.view === 'conversation' && <Tool icon="back" label={t('back')} onClick={() => set({ view: 'home' })} />}
    <div class="grow">{children}</div>
    <Tool icon="close" label={t('close')} onClick={chat.close} />
  </header>
);
