import { apiChannel } from './api/api.channel.ts';
import { blueskyChannel } from './bluesky/bluesky.channel.ts';
import type { Channel } from './channel.ts';
import { chatChannel } from './chat/chat.channel.ts';
import { emailChannel } from './email/email.channel.ts';
import { formChannel } from './form/form.channel.ts';
import { instagramChannel } from './instagram/instagram.channel.ts';
import { lineChannel } from './line/line.channel.ts';
import { mastodonChannel } from './mastodon/mastodon.channel.ts';
import { messengerChannel } from './messenger/messenger.channel.ts';
import { smsChannel } from './sms/sms.channel.ts';
import { telegramChannel } from './telegram/telegram.channel.ts';
import { whatsappChannel } from './whatsapp/whatsapp.channel.ts';
import { xChannel } from './x/x.channel.ts';

/** Every channel there is: one line each. */
export const CHANNELS: readonly Channel[] = [
  chatChannel,
  formChannel,
  emailChannel,
  lineChannel,
  apiChannel,
  whatsappChannel,
  instagramChannel,
  messengerChannel,
  telegramChannel,
  smsChannel,
  blueskyChannel,
  mastodonChannel,
  xChannel,
];

export type Channels = { byName: (name: string) => Channel | undefined; all: readonly Channel[] };

/** The registry as the pieces that channels share are given it; tests hand in channels of their own. */
export const registerChannels = (all: readonly Channel[] = CHANNELS): Channels => {
  const known = new Map(all.map((channel) => [channel.name, channel]));
  if (known.size !== all.length) throw new Error('two channels of one name');
  return { byName: (name) => known.get(name), all };
};
