import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createContinuation, listInboxes } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { channelsQuery } from '../../channels/channels.queries.ts';
import { lookOf } from '../../channels/channels.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import css from './composer.module.css';
import { invitable } from './invitable.ts';

type Props = { conversationId: string; inboxInUse: string | undefined; insert: (text: string) => void };

/** Invites the customer to go on by another channel: a link with a sentence in their language goes into the draft. */
export function ContinueMenu({ conversationId, inboxInUse, insert }: Props) {
  const t = useWords();
  const channels = useChannelWords();
  const kinds = useQuery(channelsQuery).data?.items ?? [];
  const inboxes = useQuery({ queryKey: ['inboxes'], queryFn: () => call(listInboxes, {}), staleTime: 60_000 }).data?.items ?? [];
  const invite = useMutation({
    mutationFn: (inboxId: string) => call(createContinuation, { params: { id: conversationId }, body: { inboxId } }),
    onSuccess: ({ text }) => insert(text),
  });
  const [opened, setOpened] = useState(false);
  const choices = invitable(inboxes, kinds, inboxInUse);
  return (
    <LazyMenu
      position="top-start"
      width={300}
      opened={opened}
      onChange={setOpened}
      styles={{ itemLabel: { minWidth: 0 } }}
      target={
        <ActionIcon
          data-tip={t('continue.title')}
          variant="subtle"
          color="gray"
          className={css.tool}
          aria-label={t('continue.title')}
          loading={invite.isPending}
        >
          <IconArrowsExchange size={19} stroke={1.6} />
        </ActionIcon>
      }
    >
      <Menu.Label>{t('continue.title')}</Menu.Label>
      {choices.map(({ id, name, channel }) => {
        const { icon: Icon } = lookOf(channel);
        return (
          <Menu.Item key={id} leftSection={<Icon size={18} stroke={1.6} aria-hidden />} onClick={() => invite.mutate(id)}>
            {channels.name(channel)}
            <span className={css.continueWhere}>{name}</span>
          </Menu.Item>
        );
      })}
      {choices.length === 0 && <p className={css.continueNone}>{t('continue.none')}</p>}
    </LazyMenu>
  );
}
