import type { Answer, Asked } from '../platform-stub.ts';

export const MASTODON = 'https://mastodon.example';
export const SATO = 'sato@tea.example';

export type SaidOnMastodon = { status: string; in_reply_to_id: string; visibility: string; language: string; media_ids?: string[] };

const fault = (status: number, error: string, headers: Record<string, string> = {}): Answer => ({ status, headers, body: { error } });

/** A Mastodon server for one account: its notifications page by page, its posts with idempotency keys, its media. */
export function mastodonServer(token: string, onWritten: (said: SaidOnMastodon, key: string) => void = () => {}) {
  const state = { isRevoked: false, next: [] as (Answer | null)[] };
  const notifications: { id: string; status: { id: string } & Record<string, unknown> }[] = [];
  const statuses = new Map<string, object>();
  const byKey = new Map<string, string>();
  const written: (SaidOnMastodon & { id: string })[] = [];
  const files = new Map<string, Buffer>();
  const uploads: string[] = [];
  let counted = 100;

  const write = (said: SaidOnMastodon, key: string): Answer => {
    const once = state.next.shift();
    if (once) return once;
    if ([...said.status].length > 500) return fault(422, 'Validation failed: Text character limit of 500 exceeded');
    if (!statuses.has(said.in_reply_to_id)) return fault(404, 'Record not found');
    if (said.media_ids?.some((id) => !uploads.includes(id))) return fault(422, 'Cannot attach files');
    const known = byKey.get(key);
    onWritten(said, key);
    if (known) return { body: statuses.get(known) };
    counted += 1;
    const id = String(counted);
    byKey.set(key, id);
    written.push({ id, ...said });
    statuses.set(id, {
      id,
      url: `${MASTODON}/@shop/${id}`,
      content: `<p>${said.status}</p>`,
      account: { acct: 'shop', url: `${MASTODON}/@shop` },
    });
    return { body: statuses.get(id) };
  };

  const answer = ({ method, path, headers, body }: Asked): Answer => {
    const url = new URL(path, MASTODON);
    const file = files.get(url.pathname);
    if (file) return { raw: file, headers: { 'content-type': 'image/png' } };
    if (state.isRevoked || headers.authorization !== `Bearer ${token}`) return fault(401, 'The access token was revoked');
    if (url.pathname === '/api/v1/accounts/verify_credentials') return { body: { id: '1', acct: 'shop', display_name: '葉月と匙' } };
    if (url.pathname === '/api/v1/notifications') {
      const limit = Number(url.searchParams.get('limit'));
      const from = url.searchParams.get('min_id');
      if (from === null) return { body: [...notifications].reverse().slice(0, limit) };
      const later = notifications.filter(({ id }) => Number(id) > Number(from)).slice(0, limit);
      return { body: later.reverse() };
    }
    if (url.pathname === '/api/v2/media') {
      uploads.push(`media-${uploads.length + 1}`);
      return /^multipart\/form-data; boundary=/.test(String(headers['content-type']))
        ? { body: { id: uploads.at(-1) } }
        : fault(422, 'no file');
    }
    if (method === 'POST' && url.pathname === '/api/v1/statuses')
      return write(JSON.parse(body.toString('utf8')) as SaidOnMastodon, String(headers['idempotency-key']));
    const status = statuses.get(url.pathname.split('/').at(-1) ?? '');
    return status ? { body: status } : fault(404, 'Record not found');
  };

  return {
    answer,
    written,
    /** Sato, or somebody else, mentions the shop. */
    mention: (words: string, more: object = {}, acct: string = SATO) => {
      counted += 1;
      const id = String(counted);
      const account = { id: '77', acct, display_name: '佐藤 花子', url: 'https://tea.example/@sato' };
      const status = {
        id,
        url: `https://tea.example/@sato/${id}`,
        content: `<p><span class="h-card"><a href="${MASTODON}/@shop" class="u-url mention">@<span>shop</span></a></span> ${words}</p>`,
        visibility: 'public',
        language: 'ja',
        created_at: new Date().toISOString(),
        in_reply_to_id: null,
        account,
        media_attachments: [],
        ...more,
      };
      statuses.set(id, status);
      notifications.push({ id, status, ...{ type: 'mention', created_at: status.created_at, account } });
      return id;
    },
    /** The server notifies of a mention once more, as another notification. */
    notifyAgain: (id: string) => {
      counted += 1;
      const known = notifications.find(({ status }) => status.id === id)!;
      notifications.push({ ...known, id: String(counted) });
    },
    file: (path: string, bytes: Buffer) => {
      files.set(path, bytes);
      return `${MASTODON}${path}`;
    },
    /** The next post is answered like this; `pass` lets one through before. */
    fail: (status: number, error: string, headers: Record<string, string> = {}) => state.next.push(fault(status, error, headers)),
    pass: () => state.next.push(null),
    revoke: (isRevoked: boolean) => {
      state.isRevoked = isRevoked;
    },
  };
}
