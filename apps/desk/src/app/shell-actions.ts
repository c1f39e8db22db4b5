import { useMantineColorScheme } from '@mantine/core';
import { IconCommand, IconKeyboard, IconLanguage, IconLayoutList, IconLogout, IconSunMoon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { inView } from '../conversations/list/field-filter.ts';
import { views } from '../conversations/views.ts';
import { type Action, useActions } from '../keys/actions.ts';
import { openKeyHelp } from '../keys/key-help-store.ts';
import { openPalette } from '../keys/palette-store.ts';
import { useChangeLocale, useSignOut } from './me.mutations.ts';
import { useMe } from './me.ts';
import { hasPlace, places } from './places.ts';

const nextScheme = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** What can be done from anywhere: go to a place or view, change how the desk looks and speaks, leave. */
export function useShellActions(): void {
  const navigate = useNavigate();
  const { agent, permissions } = useMe();
  const { locale } = agent;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const changeLocale = useChangeLocale();
  const signOut = useSignOut();
  const mine = places.filter((place) => hasPlace(place, permissions));
  const toPlaces = mine.map(
    ({ to, word, key, icon }): Action => ({
      id: `place.${to}`,
      word,
      group: 'group.go',
      icon,
      keys: `g ${key}`,
      run: () => void (to === '/settings/$' ? navigate({ to, params: { _splat: '' } }) : navigate({ to })),
    }),
  );
  const toViews = views.map(
    ({ name, word, key }): Action => ({
      id: `view.${name}`,
      word,
      group: 'group.views',
      icon: IconLayoutList,
      keys: `g ${key}`,
      run: () => void navigate({ to: '/', search: inView(name) }),
    }),
  );
  const desk: Action[] = [
    { id: 'palette', word: 'palette.open', group: 'group.desk', icon: IconCommand, keys: 'mod+k', run: openPalette },
    { id: 'keys', word: 'keys.title', group: 'group.desk', icon: IconKeyboard, keys: '?', run: openKeyHelp },
    { id: 'theme', word: 'theme.switch', group: 'group.desk', icon: IconSunMoon, run: () => setColorScheme(nextScheme[colorScheme]) },
    {
      id: 'language',
      word: 'language.switch',
      group: 'group.desk',
      icon: IconLanguage,
      run: () => changeLocale(locale === 'ja' ? 'en' : 'ja'),
    },
    { id: 'sign_out', word: 'avatar.sign_out', group: 'group.desk', icon: IconLogout, run: signOut },
  ];
  useActions([...toViews, ...toPlaces, ...desk], true);
}
