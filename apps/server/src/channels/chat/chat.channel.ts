import type { Channel } from '../channel.ts';

/** The messenger speaks our own protocol (chat.routes, chat.live): nothing is parsed or carried out here. */
export const chatChannel: Channel = {
  name: 'chat',
  fields: [],
  capabilities: {
    images: true,
    files: true,
    buttons: 20,
    readMarks: true,
    typing: true,
    textCharacters: 20_000,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 1,
  parse: () => [],
};
