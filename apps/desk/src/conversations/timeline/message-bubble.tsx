import type { BotStep, Message } from '@madoguchi/contract/messages.ts';
import { IconRobot } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { PlainText } from '../../ui/markdown-view.tsx';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { MessageMenu } from '../joined/split-item.tsx';
import { Attachments } from './attachments.tsx';
import { speaksForItself } from './block-words.ts';
import { Blocks } from './blocks.tsx';
import { BotReason } from './bot-reason.tsx';
import css from './bubble.module.css';
import { DeliveryMark } from './delivery-mark.tsx';
import { JoinedMark } from './joined-mark.tsx';
import { MoveMenu } from './mail/move-menu.tsx';

type Props = { message: Message; step: BotStep | null; opens: boolean; closes: boolean; showsChannel: boolean };

const sideOf = (kind: Message['author']['kind']) => (kind === 'customer' ? 'left' : 'right');

/** Customers speak from the left, we from the right, the bot in violet. Name, channel and time once per turn. */
export function MessageBubble({ message, step, opens, closes, showsChannel }: Props) {
  const t = useWords();
  const reader = useReader();
  const { author, delivery } = message;
  const ours = author.kind === 'agent';
  const isMail = author.kind === 'customer' && message.blocks.some(({ type }) => type === 'mail');
  const splits = author.kind === 'customer' && !isMail && closes;
  const marked = delivery === 'failed' || (ours && (closes || delivery !== 'seen'));
  return (
    <div
      className={css.row}
      data-side={sideOf(author.kind)}
      data-opens={opens || undefined}
      data-author={author.kind}
      data-delivery={delivery}
    >
      {opens && (
        <div className={css.name}>
          {ours && author.id && <Avatar name={author.name} id={author.id} size={18} />}
          {author.kind === 'bot' && <IconRobot size={16} stroke={1.6} color="var(--bot)" aria-hidden />}
          {author.kind === 'bot' ? t('author.bot') : author.kind === 'system' ? t('author.system') : author.name || t('customer.nameless')}
          {showsChannel && <ChannelIcon channel={message.channel} />}
        </div>
      )}
      {message.text && !speaksForItself(message.blocks) && (
        <div className={css.bubble}>
          <PlainText text={message.text} />
        </div>
      )}
      <Blocks blocks={message.blocks} messageId={message.id} authorName={author.name} files={message.attachments} />
      <Attachments files={message.attachments} />
      {(closes || marked || step || message.joinedBy || isMail) && (
        <div className={css.meta}>
          {closes && !message.scheduled && (
            <time dateTime={message.at} title={fullTime(message.at, reader)}>
              {clockTime(message.at, reader)}
            </time>
          )}
          {marked && <DeliveryMark message={message} />}
          {message.joinedBy && <JoinedMark by={message.joinedBy} />}
          {isMail && <MoveMenu message={message} />}
          {splits && <MessageMenu message={message} />}
          {step && <BotReason step={step} />}
        </div>
      )}
    </div>
  );
}
