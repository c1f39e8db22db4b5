import {
  IconApi,
  IconBrandBluesky,
  IconBrandInstagram,
  IconBrandLine,
  IconBrandMastodon,
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBrandX,
  IconDeviceMobileMessage,
  IconForms,
  IconMail,
  IconMessage,
  IconMessages,
} from '@tabler/icons-react';

/** Where a channel stands in the gallery, in its order; `other`: one this screen knows nothing of. */
export const channelGroups = ['site', 'mail', 'apps', 'social', 'developers', 'other'] as const;
export type ChannelGroup = (typeof channelGroups)[number];

type Look = { icon: typeof IconMail; group: ChannelGroup };

const looks: Record<string, Look> = {
  chat: { icon: IconMessage, group: 'site' },
  form: { icon: IconForms, group: 'site' },
  email: { icon: IconMail, group: 'mail' },
  line: { icon: IconBrandLine, group: 'apps' },
  whatsapp: { icon: IconBrandWhatsapp, group: 'apps' },
  messenger: { icon: IconBrandMessenger, group: 'apps' },
  instagram: { icon: IconBrandInstagram, group: 'apps' },
  telegram: { icon: IconBrandTelegram, group: 'apps' },
  sms: { icon: IconDeviceMobileMessage, group: 'apps' },
  x: { icon: IconBrandX, group: 'social' },
  bluesky: { icon: IconBrandBluesky, group: 'social' },
  mastodon: { icon: IconBrandMastodon, group: 'social' },
  api: { icon: IconApi, group: 'developers' },
};

const unknown: Look = { icon: IconMessages, group: 'other' };

/** All the desk knows of a channel by its name; what else there is comes from the server and the words. */
export const lookOf = (channel: string): Look => looks[channel] ?? unknown;
