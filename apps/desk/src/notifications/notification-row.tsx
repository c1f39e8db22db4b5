import type { Notification } from '@madoguchi/contract/notifications.ts';
import { ActionIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Ago } from '../ui/time-text.tsx';
import { kindIcons } from './kind-icons.ts';
import css from './notifications.module.css';
import { toldWords } from './told-words.ts';

type Props = { item: Notification; opened: () => void; read: () => void };

/** One thing that was told: what, whose matter, and the beginning of what was written. */
export function NotificationRow({ item, opened, read }: Props) {
  const t = useWords();
  const { conversation, kind } = item;
  const Icon = kindIcons[kind];
  const unread = item.readAt === null;
  return (
    <li className={css.item} data-notification={item.id} data-unread={unread || undefined}>
      <Link to="/c/$conversationId" params={{ conversationId: conversation.id }} className={css.link} onClick={opened}>
        <Icon size={18} stroke={1.6} aria-hidden className={css.icon} data-kind={kind} />
        <span className={css.words}>
          <span className={css.first}>
            <strong className={css.told}>{toldWords(t, item)}</strong>
            <Ago at={item.at} className={css.when} />
          </span>
          <span className={css.about}>
            {conversation.subject || t('conversation.untitled')} · {customerName(t, conversation.customerName)}
          </span>
          {item.excerpt && <span className={css.excerpt}>{item.excerpt}</span>}
          {unread && <span className="visually-hidden">{t('bell.only_unread')}</span>}
        </span>
      </Link>
      {unread && (
        <ActionIcon variant="subtle" color="gray" className={css.read} aria-label={t('bell.read')} title={t('bell.read')} onClick={read}>
          <IconCheck size={16} stroke={1.8} />
        </ActionIcon>
      )}
    </li>
  );
}
