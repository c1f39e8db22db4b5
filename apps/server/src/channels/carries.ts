import type { Carries } from '../surveys/surveys.types.ts';
import type { Channels } from './channels.registry.ts';

/** What a line of a channel can show, for whoever asks something on it without knowing channels. */
export const carriesOf =
  (channels: Channels) =>
  (name: string, lineExternalId: string): Carries | null => {
    const channel = channels.byName(name);
    if (!channel) return null;
    const { buttons, links = false, replyWindowHours } = channel.capabilities;
    return { buttons, links, replyWindowHours, inPublic: channel.inPublic?.(lineExternalId) ?? false };
  };
