import { blueskyServer } from '../../../apps/server/test/simulators/bluesky.server.ts';
import type { Outbox } from '../outbox.ts';
import type { Sender } from '../soak.types.ts';

const PASSWORD = 'soak-bluesky';

/** Bluesky, which is asked: a post is among the notifications, and once more a good while later. */
export function blueskySender(outbox: Outbox): Sender {
  const server = blueskyServer(
    PASSWORD,
    (uri, { text, reply }) => void outbox.take('bluesky', { to: reply.root.uri, texts: [text], key: uri }),
  );
  return {
    channel: 'bluesky',
    settings: { identifier: 'hazuki-saji.example', appPassword: PASSWORD },
    origins: ['https://bsky.social'],
    answers: true,
    idempotent: true,
    isAsked: true,
    platform: { isAsked: (path) => path.startsWith('/xrpc/'), answer: server.answer },
    line: (_inbox, n) => ({
      id: `bluesky-${n}`,
      say: (_seq, text) => {
        const author = { did: `did:plc:soak${n}`, handle: `soak${n}.bsky.example`, displayName: `木村 ${n}` };
        let uri = '';
        return async (again) => {
          if (again) server.notifyAgain(uri);
          else uri = server.post(text, { author }).uri;
          return true;
        };
      },
    }),
  };
}
