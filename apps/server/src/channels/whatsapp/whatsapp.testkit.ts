type Message = { type: string; id: string; [more: string]: unknown };
type Value = { messages?: (Message & { from: string; timestamp: string })[]; contacts?: object[]; statuses?: object[] };
type Change = { field?: string; value?: Value };

/** Whole webhooks of WhatsApp, as its reference shows them, with our cast. */

export const whatsappWebhook = (phoneNumberId: string, { field = 'messages', value = {} }: Change) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field,
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '81300000000', phone_number_id: phoneNumberId },
            ...value,
          },
        },
      ],
    },
  ],
});

const SATO = '819012345678';
const at = () => String(Math.floor(Date.now() / 1000));

/** Messages of Sato in one webhook. */
export const fromSato = (...messages: Message[]) => ({
  value: {
    contacts: [{ profile: { name: '佐藤 花子' }, wa_id: SATO }],
    messages: messages.map((message) => ({ from: SATO, timestamp: at(), ...message })),
  },
});

/** How far a message of ours got. */
export const status = (id: string, state: string, error?: object) => ({
  value: { statuses: [{ id, status: state, timestamp: at(), recipient_id: SATO, ...(error ? { errors: [error] } : {}) }] },
});
