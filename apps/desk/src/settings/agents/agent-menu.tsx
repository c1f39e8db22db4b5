import type { Agent } from '@madoguchi/contract/agents.ts';
import { unlinkSingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconKey, IconPencil, IconShieldOff, IconUnlink, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { singleSignOnQuery } from '../settings.queries.ts';
import { changeAgent } from './agents.mutations.ts';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { NewPasswordDialog } from './new-password-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ResetTwoFactorDialog } from './reset-two-factor-dialog.tsx';

const icon = { size: 16, stroke: 1.6 };

type Props = { agent: Agent; lock: 'last_owner' | 'owners_only' | null; isMe: boolean; hasFactor: boolean; hasSingle: boolean };

/** What is done to an account now and then. Nobody locks themselves out here. */
export function AgentMenu({ agent, lock, isMe, hasFactor, hasSingle }: Props) {
  const t = useAdminWords();
  const [dialog, setDialog] = useState<'rename' | 'password' | 'factor' | 'deactivate' | null>(null);
  const close = () => setDialog(null);
  const returning = useMutation({
    mutationFn: () => changeAgent(agent.id, { active: true }),
    onSuccess: () => tell(t('agents.told_active', { name: agent.name })),
  });
  const unlinking = useMutation({
    mutationFn: () => call(unlinkSingleSignOn, { params: { id: agent.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: singleSignOnQuery.queryKey });
      tell(t('single.told_unlinked', { name: agent.name }));
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('agents.menu', { name: agent.name })}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setDialog('rename')}>
            {t('agents.rename')}
          </Menu.Item>
          {agent.active && !isMe && lock !== 'owners_only' && (
            <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => setDialog('password')}>
              {t('agents.new_password')}
            </Menu.Item>
          )}
          {hasFactor && !isMe && lock !== 'owners_only' && (
            <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={() => setDialog('factor')}>
              {t('two_factor.reset')}
            </Menu.Item>
          )}
          {hasSingle && (
            <Menu.Item leftSection={<IconUnlink {...icon} />} onClick={() => unlinking.mutate()}>
              {t('single.unlink')}
            </Menu.Item>
          )}
          {agent.active ? (
            <Menu.Item
              color="danger"
              disabled={lock !== null || isMe}
              leftSection={<IconUserOff {...icon} />}
              onClick={() => setDialog('deactivate')}
            >
              {t('agents.deactivate')}
            </Menu.Item>
          ) : (
            <Menu.Item disabled={lock === 'owners_only'} leftSection={<IconUserCheck {...icon} />} onClick={() => returning.mutate()}>
              {t('agents.activate')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RenameDialog agent={agent} onClose={close} />}
      {dialog === 'password' && <NewPasswordDialog agent={agent} onClose={close} />}
      {dialog === 'factor' && <ResetTwoFactorDialog agent={agent} onClose={close} />}
      {dialog === 'deactivate' && <DeactivateDialog agent={agent} onClose={close} />}
    </>
  );
}
