import type { PresenceState } from '@madoguchi/contract/routing.ts';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { PresenceDot } from './presence-dot.tsx';
import { presenceLook, presenceWord } from './presence-words.ts';
import { usePresenceOf, useSetPresence } from './use-presence.ts';

/** Whether I am available, and if not, why: items of the avatar's menu. */
export function PresenceChoices() {
  const t = useWords();
  const { presence, reasons } = usePresenceOf(useMe().agent.id);
  const setPresence = useSetPresence();
  const now = presence ?? { state: 'available', reasonId: null };
  const choices: { state: PresenceState; reasonId: string | null }[] = [
    { state: 'available', reasonId: null },
    ...reasons.map(({ id }) => ({ state: 'reason' as const, reasonId: id })),
    { state: 'away', reasonId: null },
    { state: 'off', reasonId: null },
  ];
  return (
    <>
      <Menu.Label>{t('presence.label')}</Menu.Label>
      {choices.map((choice) => {
        const isNow = now.state === choice.state && now.reasonId === choice.reasonId;
        return (
          <Menu.Item
            key={`${choice.state} ${choice.reasonId ?? ''}`}
            leftSection={<PresenceDot look={presenceLook(choice)} />}
            rightSection={isNow ? <IconCheck size={16} stroke={1.8} aria-hidden /> : null}
            aria-current={isNow || undefined}
            fw={isNow ? 600 : undefined}
            onClick={() => !isNow && setPresence(choice)}
          >
            {presenceWord(t, { ...choice, automatic: false }, reasons)}
          </Menu.Item>
        );
      })}
    </>
  );
}
