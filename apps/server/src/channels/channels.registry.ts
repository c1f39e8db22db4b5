import { apiChannel } from './api/api.channel.ts';
import type { Channel } from './channel.ts';
import { chatChannel } from './chat/chat.channel.ts';
import { emailChannel } from './email/email.channel.ts';
import { formChannel } from './form/form.channel.ts';
import { lineChannel } from './line/line.channel.ts';

/** Every channel there is: one line each. */
export const CHANNELS: readonly Channel[] = [chatChannel, formChannel, emailChannel, lineChannel, apiChannel];

export type Channels = { byName: (name: string) => Channel | undefined; all: readonly Channel[] };

/** The registry as the pieces that channels share are given it; tests hand in channels of their own. */
export const registerChannels = (all: readonly Channel[] = CHANNELS): Channels => {
  const known = new Map(all.map((channel) => [channel.name, channel]));
  if (known.size !== all.length) throw new Error('two channels of one name');
  return { byName: (name) => known.get(name), all };
};
