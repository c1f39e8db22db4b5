/** Webhooks of Messenger and Instagram as their reference shows them, with Sato at the other end. */

export const SATO = '6583021928441';

export const directWebhook = (object: 'page' | 'instagram', accountId: string, ...events: object[]) => ({
  object,
  entry: [
    {
      id: accountId,
      time: Date.now(),
      messaging: events.map((event) => ({ sender: { id: SATO }, recipient: { id: accountId }, timestamp: Date.now(), ...event })),
    },
  ],
});

export const text = (mid: string, words: string, more: object = {}) => ({ message: { mid, text: words, ...more } });

export const file = (mid: string, type: string, url: string) => ({ message: { mid, attachments: [{ type, payload: { url } }] } });
