import { makeWords } from '@madoguchi/words/words.ts';
import channelsEn from '../packages/words/channels/en.json' with { type: 'json' };
import channelsJa from '../packages/words/channels/ja.json' with { type: 'json' };
import deskEn from '../packages/words/desk/en.json' with { type: 'json' };
import deskJa from '../packages/words/desk/ja.json' with { type: 'json' };
import adminEn from '../packages/words/desk-admin/en.json' with { type: 'json' };
import adminJa from '../packages/words/desk-admin/ja.json' with { type: 'json' };
import messengerEn from '../packages/words/messenger/en.json' with { type: 'json' };
import messengerJa from '../packages/words/messenger/ja.json' with { type: 'json' };
import portalEn from '../packages/words/portal/en.json' with { type: 'json' };
import portalJa from '../packages/words/portal/ja.json' with { type: 'json' };

/**
 * What the screens say, by their own catalogues: a story breaks when a screen stops doing its work, not when a sentence is polished.
 * Words that were promised to people stand in the stories themselves.
 */
export const deskWords = (locale: string) => makeWords(deskJa, deskEn, locale);
export const adminWords = (locale: string) => makeWords(adminJa, adminEn, locale);
export const messengerWords = (locale: string) => makeWords(messengerJa, messengerEn, locale);
export const portalWords = (locale: string) => makeWords(portalJa, portalEn, locale);
/** What the channels are called. */
export const channelWords = (locale: 'ja' | 'en') => makeWords(channelsJa, channelsEn, locale);
