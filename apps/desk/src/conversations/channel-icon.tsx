import { IconForms, IconMail, IconMessageCircle, IconMessages } from '@tabler/icons-react';
import { useWords, type WordKey } from '../app/locale.tsx';

const channels: Record<string, { icon: typeof IconMail; word: WordKey }> = {
  chat: { icon: IconMessageCircle, word: 'channel.chat' },
  form: { icon: IconForms, word: 'channel.form' },
  email: { icon: IconMail, word: 'channel.email' },
};

/** By which channel: a shape with its name for those who cannot see it. A channel newer than this screen shows as a plain conversation. */
export function ChannelIcon({ channel, size = 14 }: { channel: string; size?: number }) {
  const t = useWords();
  const known = channels[channel];
  const Icon = known?.icon ?? IconMessages;
  const name = known ? t(known.word) : channel;
  return (
    <span title={name} style={{ display: 'inline-grid', color: 'var(--ink-3)' }}>
      <Icon size={size} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
