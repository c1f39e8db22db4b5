import type { Block } from '@madoguchi/contract/messages.ts';
import type { Settings } from '../channel.ts';
import { bounded, idOf, listOf } from '../port/bounded.rules.ts';
import type { InboundEvent, InboundFile, RawPayload } from '../port/port.types.ts';
import { serverOf } from './mastodon.api.ts';
import { type Account, type MastodonState, type Mention, type Status, VISIBILITIES } from './mastodon.types.ts';
import { textOf } from './text-of.rules.ts';

const MOST_FILES = 10;

/** One mention, as `readMentions` kept it. @throws when it is none */
export function parseMastodon({ body }: RawPayload, settings: Settings): InboundEvent[] {
  const mention = JSON.parse(body.toString('utf8')) as Mention | null;
  if (!mention?.notification) throw new Error('no mention of Mastodon');
  const { notification, parent } = mention;
  const status = notification.status ?? {};
  const account = status.account ?? notification.account;
  const [externalId, acct] = [idOf(status.id), bounded(account?.acct, 300)];
  if (notification.type !== 'mention') return [{ kind: 'ignored', because: bounded(notification.type, 60) || 'no_type' }];
  if (!externalId || !acct) return [{ kind: 'ignored', because: 'no_author' }];
  const host = new URL(serverOf({ settings })).host;
  // Somebody of our own server is named without it.
  const address = acct.includes('@') ? acct : `${acct}@${host}`;
  const files = filesOf(status);
  const at = new Date(status.created_at ?? '');
  const repliesTo = idOf(status.in_reply_to_id);
  const state: MastodonState = {
    statusId: externalId,
    acct,
    visibility: VISIBILITIES.find((one) => one === status.visibility) ?? 'direct',
  };
  return [
    {
      kind: 'message',
      externalId,
      line: {
        externalId: address,
        identity: { kind: 'mastodon', value: address, verified: true },
        name: bounded(account?.display_name, 100).trim() || `@${address}`,
        ...(status.language === 'ja' || status.language === 'en' ? { locale: status.language } : {}),
        state,
      },
      text: [bounded(status.spoiler_text, 500), textOf(bounded(status.content, 100_000))].filter(Boolean).join('\n\n'),
      ...(state.visibility === 'direct' ? {} : { blocks: [postBlock(parent ?? status, host)] }),
      ...(files.length > 0 ? { files } : {}),
      ...(Number.isNaN(at.getTime()) ? {} : { at }),
      ...(repliesTo ? { repliesTo } : {}),
    },
  ];
}

/** The post that a reply belongs to, or the one with the mention. */
const postBlock = ({ url, account, content }: Status, host: string): Block => ({
  type: 'post',
  url: webAddress(url) || webAddress(account?.url) || `https://${host}`,
  author: handleOf(account),
  text: textOf(bounded(content, 100_000)).slice(0, 3000).toWellFormed(),
});

const handleOf = (account: Account | undefined): string => (account?.acct ? `@${bounded(account.acct, 300)}` : '');

/** Addresses come from other servers: only those of the web are shown as links. */
function webAddress(url: unknown): string {
  const address = bounded(url, 2000);
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : '';
}

function filesOf({ media_attachments }: Status): InboundFile[] {
  return listOf(media_attachments)
    .slice(0, MOST_FILES)
    .flatMap((one) => {
      const ref = webAddress(one?.url);
      return ref ? [{ name: new URL(ref).pathname.split('/').at(-1) || 'file', ref }] : [];
    });
}
