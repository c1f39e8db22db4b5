import type { Channel } from '../channel.ts';
import { deliverApi, fetchApiFile } from './api.deliver.ts';
import { parseApi, verifyApi } from './api.parse.ts';

/** Any system posts messages and receives replies, both signed. docs/guides/open-api-channel.md tells it to those who write one. */
export const apiChannel: Channel = {
  name: 'api',
  fields: [
    { name: 'secret', kind: 'secret', required: true },
    { name: 'replyUrl', kind: 'url', required: false },
  ],
  capabilities: {
    images: true,
    files: true,
    buttons: 100,
    readMarks: true,
    typing: false,
    textCharacters: 100_000,
    replyWindowHours: null,
    idempotentSend: true,
    batch: 1,
    firstAnswer: 'bot',
  },
  version: 1,
  verify: (settings, request) => verifyApi(settings, request),
  parse: parseApi,
  fetchFile: fetchApiFile,
  deliver: deliverApi,
};
