import type { Channel } from '../channel.ts';
import { attendLine } from './attend-line.ts';
import { checkLine } from './check-line.ts';
import { lineCourtesies } from './courtesies.ts';
import { deliverLine } from './deliver/deliver-line.ts';
import { TEXT_LIMIT } from './deliver/objects.rules.ts';
import { fetchLineFile } from './fetch-file.ts';
import { continueInLine } from './parse/link-word.rules.ts';
import { parseLine } from './parse/parse-line.ts';
import { profileOfLine } from './profile-line.ts';
import { tendRichMenu } from './rich-menu.ts';
import { verifyLine } from './verify.ts';

/** The chat of a LINE Official Account, by its Messaging API. Each account is an inbox of its own. */
export const lineChannel: Channel = {
  name: 'line',
  fields: [
    { name: 'channelSecret', kind: 'secret', required: true },
    { name: 'channelAccessToken', kind: 'secret', required: true },
    // The company's own sign-in page, to which somebody is sent who wants to connect their member's account.
    { name: 'loginUrl', kind: 'url', required: false, advanced: true },
    { name: 'richMenuOpen', kind: 'text', required: false, advanced: true },
    { name: 'richMenuClosed', kind: 'text', required: false, advanced: true },
    // Learned by `check`: a webhook for another account is not ours; @… is how people find this one.
    { name: 'botId', kind: 'text', required: false, advanced: true },
    { name: 'basicId', kind: 'text', required: false, advanced: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 13,
    readMarks: false,
    typing: true,
    textCharacters: TEXT_LIMIT,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 5,
    firstAnswer: 'bot',
  },
  version: 1,
  verify: verifyLine,
  parse: parseLine,
  fetchFile: fetchLineFile,
  profile: profileOfLine,
  deliver: deliverLine,
  check: checkLine,
  attend: attendLine,
  continueUrl: ({ basicId }, token, locale) => (typeof basicId === 'string' ? continueInLine(basicId, token, locale) : null),
  courtesies: lineCourtesies,
  tend: tendRichMenu,
};
