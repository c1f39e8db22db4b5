import type { Channel, KnownLine } from '../channel.ts';
import { continueWord } from '../line/parse/link-word.rules.ts';
import { fetchMedia } from '../meta/fetch-media.ts';
import { askGraph, bearer, tokenEnd } from '../meta/graph.ts';
import { verifyMeta } from '../meta/signature.ts';
import { wordAbout } from '../port/attend-words.rules.ts';
import { bounded } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { TEXT_LIMIT } from './deliver/bodies.rules.ts';
import { deliverWhatsapp, sendBody, WINDOW_HOURS } from './deliver/deliver-whatsapp.ts';
import { parseWhatsapp } from './parse/parse-whatsapp.ts';

/** WhatsApp by Meta's Cloud API. */
export const whatsappChannel: Channel = {
  name: 'whatsapp',
  fields: [
    { name: 'phoneNumberId', kind: 'text', required: true },
    { name: 'accessToken', kind: 'secret', required: true },
    { name: 'appSecret', kind: 'secret', required: true },
    { name: 'verifyToken', kind: 'secret', required: true },
    { name: 'templateName', kind: 'text', required: false, advanced: true },
    { name: 'templateLocale', kind: 'text', required: false, default: 'ja', advanced: true },
    { name: 'displayNumber', kind: 'text', required: false, advanced: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 10,
    readMarks: true,
    typing: false,
    textCharacters: TEXT_LIMIT,
    replyWindowHours: WINDOW_HOURS,
    // The Cloud API knows no idempotency keys.
    idempotentSend: false,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 1,
  verify: verifyMeta,
  parse: parseWhatsapp,
  async fetchFile(call, ref) {
    const { url } = await askGraph(call, `/${encodeURIComponent(ref)}?phone_number_id=${call.settings.phoneNumberId}`);
    return fetchMedia(call, String(url), bearer(call));
  },
  deliver: deliverWhatsapp,
  async check(call) {
    const number = await askGraph(call, `/${call.settings.phoneNumberId}`);
    return {
      account: [number.verified_name, number.display_phone_number].filter(Boolean).join(' · ').slice(0, 200),
      tokenExpiresAt: await tokenEnd(call),
      learned: { displayNumber: bounded(number.display_phone_number, 30) },
      ...(number.quality_rating ? { notes: { quality: String(number.quality_rating).slice(0, 20) } } : {}),
    };
  },
  // https://faq.whatsapp.com/5913398998672934: digits only, the word written already.
  continueUrl({ displayNumber }, token, locale) {
    const digits = String(displayNumber ?? '').replace(/\D/g, '');
    return digits ? `https://wa.me/${digits}?text=${encodeURIComponent(continueWord(token, locale))}` : null;
  },
  async attend(call, { externalId }, about, locale) {
    const word = wordAbout(about, locale);
    if (word) await sendBody(call, externalId, { type: 'text', text: { body: word, preview_url: false } });
  },
  courtesies: {
    answering: (call, line) => markRead(call, line, { typing_indicator: { type: 'text' } }),
    seen: (call, line) => markRead(call, line),
  },
};

/** https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators */
async function markRead(call: Call, { state }: KnownLine, more: object = {}): Promise<void> {
  if (typeof state.lastMessageId !== 'string') return;
  const body = { messaging_product: 'whatsapp', status: 'read', message_id: state.lastMessageId, ...more };
  await askGraph(call, `/${call.settings.phoneNumberId}/messages`, body);
}
