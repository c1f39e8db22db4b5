import type { Channel } from '../channel.ts';

/** The contact form posts to us in our own shape (form.routes); answers are read on the inquiry page. */
export const formChannel: Channel = {
  name: 'form',
  fields: [],
  capabilities: {
    images: false,
    files: false,
    buttons: 0,
    readMarks: false,
    typing: false,
    textCharacters: 20_000,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 1,
    firstAnswer: 'human',
  },
  version: 1,
  parse: () => [],
};
