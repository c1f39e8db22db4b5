import { MASTODON, mastodonServer } from '../../../apps/server/test/simulators/mastodon.server.ts';
import type { Outbox } from '../outbox.ts';
import type { Sender } from '../soak.types.ts';

const TOKEN = 'soak-mastodon-token';

/** Mastodon, which is asked: a post is among the notifications, and once more as another notification. */
export function mastodonSender(outbox: Outbox): Sender {
  const server = mastodonServer(TOKEN, ({ status, in_reply_to_id }, key) =>
    outbox.take('mastodon', { to: in_reply_to_id, texts: [status], key }),
  );
  return {
    channel: 'mastodon',
    settings: { server: MASTODON, accessToken: TOKEN },
    origins: [MASTODON],
    answers: true,
    idempotent: true,
    isAsked: true,
    platform: { isAsked: (path) => path.startsWith('/api/v'), answer: server.answer },
    line: (_inbox, n) => ({
      id: `mastodon-${n}`,
      say: (_seq, text) => {
        let id = '';
        return async (again) => {
          if (again) server.notifyAgain(id);
          // As the web shows it: a mark in pointed brackets is no element.
          else id = server.mention(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), {}, `soak${n}@people.example`);
          return true;
        };
      },
    }),
  };
}
