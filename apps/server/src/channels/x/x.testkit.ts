/** Webhooks of X as its reference shows them, with Sato (783214) writing to the shop (2244994945). */

const SHOP = '2244994945';
const SATO = '783214';

export const xWebhook = (events: object, account = SHOP) => ({
  for_user_id: account,
  users: {
    [SATO]: { id: SATO, name: '佐藤 花子', screen_name: 'sato_hanako' },
    [SHOP]: { id: SHOP, name: '葉月と匙', screen_name: 'hazuki_saji' },
  },
  ...events,
});

export const directMessage = (id: string, text: string, { media, from = SATO }: { media?: object; from?: string } = {}) => ({
  direct_message_events: [
    {
      type: 'message_create',
      id,
      created_timestamp: String(Date.now()),
      message_create: {
        target: { recipient_id: SHOP },
        sender_id: from,
        message_data: { text, entities: {}, ...(media ? { attachment: { type: 'media', media } } : {}) },
      },
    },
  ],
});

export const mention = (id: string, text: string, more: object = {}) => ({
  tweet_create_events: [
    {
      id_str: id,
      text,
      user: { id_str: SATO, name: '佐藤 花子', screen_name: 'sato_hanako' },
      in_reply_to_status_id_str: null,
      lang: 'ja',
      timestamp_ms: String(Date.now()),
      ...more,
    },
  ],
});
