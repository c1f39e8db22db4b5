import { metaSignature } from '../../../apps/server/src/channels/meta/signature.ts';
import { posted } from '../post.ts';
import type { Sender } from '../soak.types.ts';

const appSecret = 'soak-meta-secret';
const origins = ['https://graph.facebook.com'];

/** What the three of Meta share: one signature over the body, and no word of what is a repetition. */
function metaSender(
  channel: string,
  id: Record<string, string>,
  webhookOf: (person: string, messageId: string, text: string, at: number) => object,
): Sender {
  return {
    channel,
    settings: { ...id, appSecret, accessToken: `soak-${channel}-token`, verifyToken: 'soak-verify' },
    origins,
    answers: true,
    idempotent: false,
    line: ({ base, key }, n) => ({
      id: `${channel}-${n}`,
      say: (seq, text) => {
        const body = JSON.stringify(webhookOf(`${8190_0000_0000 + n}`, `${channel}.${n}.${seq}`, text, Date.now()));
        return () => posted({ url: `${base}/api/hooks/${key}`, body, headers: { 'x-hub-signature-256': metaSignature(appSecret, body) } });
      },
    }),
  };
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples */
export const whatsappSender = metaSender('whatsapp', { phoneNumberId: '1001' }, (person, id, text, at) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '81300000000', phone_number_id: '1001' },
            contacts: [{ profile: { name: `鈴木 ${person}` }, wa_id: person }],
            messages: [{ from: person, id: `wamid.${id}`, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body: text } }],
          },
        },
      ],
    },
  ],
}));

/** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages */
const direct = (object: string, account: string) => (person: string, mid: string, text: string, at: number) => ({
  object,
  entry: [
    { id: account, time: at, messaging: [{ sender: { id: person }, recipient: { id: account }, timestamp: at, message: { mid, text } }] },
  ],
});

export const messengerSender = metaSender('messenger', { pageId: '1002' }, direct('page', '1002'));
export const instagramSender = metaSender('instagram', { accountId: '1003' }, direct('instagram', '1003'));
