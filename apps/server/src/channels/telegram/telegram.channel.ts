import { wordsFor } from '../../platform/words.ts';
import type { Channel } from '../channel.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import { checkTelegram } from './check-telegram.ts';
import { deliverTelegram } from './deliver/deliver-telegram.ts';
import { MOST_BUTTONS, TEXT_LIMIT } from './deliver/parts.rules.ts';
import { parseTelegram } from './parse/parse-telegram.ts';
import { askTelegram, fileUrl } from './telegram.api.ts';
import { verifyTelegram } from './verify.ts';

const WORDS = { start: 'channel.start', link_over: 'channel.link_over', link_member: 'channel.link_member' } as const;

/** Messages to a Telegram bot, by the Bot API. Each bot is an inbox of its own. */
export const telegramChannel: Channel = {
  name: 'telegram',
  fields: [
    { name: 'botToken', kind: 'secret', required: true },
    { name: 'botUsername', kind: 'text', required: false, advanced: true },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: MOST_BUTTONS,
    readMarks: false,
    typing: true,
    textCharacters: TEXT_LIMIT,
    replyWindowHours: null,
    idempotentSend: false,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 1,
  verify: verifyTelegram,
  parse: parseTelegram,
  async fetchFile(call, ref) {
    const { file_path } = await askTelegram<{ file_path?: string }>(call, 'getFile', { file_id: ref });
    if (!file_path) throw new ChannelError('rejected', { detail: 'no file_path' });
    const { status, headers, body } = await call.ask(fileUrl(call, file_path));
    if (status !== 200) throw errorOfAnswer(status, headers, 'file');
    return { bytes: body };
  },
  deliver: deliverTelegram,
  check: checkTelegram,
  async attend(call, line, about, locale) {
    const word = about in WORDS ? WORDS[about as keyof typeof WORDS] : null;
    if (word) await askTelegram(call, 'sendMessage', { chat_id: Number(line.externalId), text: wordsFor(locale)(word) });
  },
  continueUrl: ({ botUsername }, token) => (botUsername ? `https://t.me/${encodeURIComponent(String(botUsername))}?start=${token}` : null),
  courtesies: {
    async answering(call, line) {
      await askTelegram(call, 'sendChatAction', { chat_id: Number(line.externalId), action: 'typing' });
    },
  },
};
