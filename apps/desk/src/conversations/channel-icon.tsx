import { useChannelWords } from '../channels/channel-words.ts';
import { lookOf } from '../channels/channels.ts';

/** By which channel: a shape with its name for those who cannot see it. A channel newer than this screen shows as a plain conversation. */
export function ChannelIcon({ channel, size = 14 }: { channel: string; size?: number }) {
  const name = useChannelWords().name(channel);
  const { icon: Icon } = lookOf(channel);
  return (
    <span title={name} style={{ display: 'inline-grid', color: 'var(--ink-3)' }}>
      <Icon size={size} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
