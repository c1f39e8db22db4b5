import type { Field } from '@madoguchi/contract/channels.ts';
import type { Channel } from '../../channel.ts';
import { wordAbout } from '../../port/attend-words.rules.ts';
import { bounded } from '../../port/bounded.rules.ts';
import { fetchMedia } from '../fetch-media.ts';
import { askGraph } from '../graph.ts';
import { verifyMeta } from '../signature.ts';
import { deliverDirect, sayWord, showSign, WINDOW_HOURS } from './deliver-direct.ts';
import type { Platform } from './direct.types.ts';
import { MOST_QUICK_REPLIES } from './messages.rules.ts';
import { parseDirect } from './parse-direct.ts';

const fieldsOf = ({ idField, moreFields }: Platform): Field[] => [
  { name: idField, kind: 'text', required: true },
  { name: 'accessToken', kind: 'secret', required: true },
  { name: 'appSecret', kind: 'secret', required: true },
  { name: 'verifyToken', kind: 'secret', required: true },
  { name: 'humanAgent', kind: 'boolean', required: false, default: false, advanced: true },
  ...moreFields,
];

/**
 * What Messenger and Instagram share. Instagram is reached through the Facebook Page it is connected to: one address, one kind of token
 * that does not end, one vocabulary of errors for both.
 */
export const directChannel = (platform: Platform, check: NonNullable<Channel['check']>): Channel => ({
  name: platform.name,
  fields: fieldsOf(platform),
  capabilities: {
    images: true,
    files: true,
    buttons: MOST_QUICK_REPLIES,
    readMarks: true,
    typing: false,
    textCharacters: platform.textCharacters,
    replyWindowHours: WINDOW_HOURS,
    // The Send API knows no idempotency keys.
    idempotentSend: false,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 1,
  verify: verifyMeta,
  parse: parseDirect(platform),
  fetchFile: fetchMedia,
  async profile(call, externalId) {
    const { name } = await askGraph(call, `/${encodeURIComponent(externalId)}?fields=name`);
    const known = bounded(name, 100);
    return known ? { name: known } : null;
  },
  deliver: deliverDirect(platform),
  check,
  ...(platform.continueUrl ? { continueUrl: platform.continueUrl } : {}),
  async attend(call, { externalId }, about, locale) {
    const word = wordAbout(about, locale);
    if (word) await sayWord(call, externalId, word);
  },
  courtesies: {
    answering: (call, { externalId }) => showSign(call, externalId, 'typing_on'),
    seen: (call, { externalId }) => showSign(call, externalId, 'mark_seen'),
  },
});
