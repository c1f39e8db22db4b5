import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { openKeyHelp } from '../keys/key-help-store.ts';
import { useOnline } from '../live/live-store.ts';
import { PresenceChoices } from '../routing/presence-choices.tsx';
import { presenceLook } from '../routing/presence-words.ts';
import { usePresenceOf } from '../routing/use-presence.ts';
import { Avatar } from '../ui/avatar.tsx';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import css from './avatar-menu.module.css';
import { useWords } from './locale.tsx';
import { useChangeLocale, useSignOut } from './me.mutations.ts';
import { useMe } from './me.ts';

const schemes = [
  { value: 'auto', icon: IconDeviceDesktop, word: 'theme.auto' },
  { value: 'light', icon: IconSun, word: 'theme.light' },
  { value: 'dark', icon: IconMoon, word: 'theme.dark' },
] as const;

/** Who I am here, how the desk looks and speaks, and the way out. */
export function AvatarMenu() {
  const t = useWords();
  const me = useMe();
  const online = useOnline();
  const { presence } = usePresenceOf(me.agent.id);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const changeLocale = useChangeLocale();
  const signOut = useSignOut();
  return (
    <LazyMenu
      position="right-end"
      width={260}
      trapFocus={false}
      target={
        <ActionIcon variant="transparent" size={44} radius="xl" aria-label={t('avatar.open', { name: me.agent.name })}>
          <Avatar
            name={me.agent.name}
            id={me.agent.id}
            size={32}
            online={online.includes(me.agent.id)}
            look={presence && presenceLook(presence)}
          />
        </ActionIcon>
      }
    >
      <div className={css.who}>
        <strong>{me.agent.name}</strong>
        <span>{me.agent.email}</span>
        <span>{me.workspace.name}</span>
      </div>
      <Menu.Divider />
      <PresenceChoices />
      <Menu.Divider />
      <div className={css.choice}>
        <span>{t('theme.label')}</span>
        <SegmentedControl
          size="xs"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
          aria-label={t('theme.label')}
          data={schemes.map(({ value, icon: Icon, word }) => ({
            value,
            label: (
              <span className={css.scheme} title={t(word)}>
                <Icon size={16} stroke={1.6} aria-hidden />
                <span className="visually-hidden">{t(word)}</span>
              </span>
            ),
          }))}
        />
      </div>
      <div className={css.choice}>
        <span>{t('language.label')}</span>
        <SegmentedControl
          size="xs"
          value={me.agent.locale}
          onChange={(value) => changeLocale(value === 'en' ? 'en' : 'ja')}
          aria-label={t('language.label')}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <Menu.Divider />
      <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} rightSection={<kbd>?</kbd>} onClick={openKeyHelp}>
        {t('keys.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={signOut}>
        {t('avatar.sign_out')}
      </Menu.Item>
    </LazyMenu>
  );
}
