import type { Answer, Asked } from '../platform-stub.ts';

type Post = { uri: string; cid: string; author: Author; record: Record<string, unknown> };
type Written = { text: string; reply: { root: Ref; parent: Ref }; createdAt: string; embed?: { images: object[] }; facets?: object[] };
type Ref = { uri: string; cid: string };

export type Author = { did: string; handle: string; displayName?: string };

const SHOP = { did: 'did:plc:hazukitosaji0000000000', handle: 'hazuki-saji.example' };
export const SATO: Author = { did: 'did:plc:satohanako000000000000', handle: 'sato.bsky.example', displayName: '佐藤 花子' };
/** https://atproto.com/specs/tid */
const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

const fault = (status: number, error: string, message = error): Answer => ({ status, body: { error, message } });

/**
 * A server of the AT protocol for one account: signs in, lets tokens end, lists notifications newest first and page by page, and keeps
 * posts, the same record again being the same post.
 */
export function blueskyServer(password: string, onWritten: (uri: string, record: Written) => void = () => {}) {
  const state = {
    signIns: 0,
    token: '',
    next: [] as Answer[],
    password,
    posts: new Map<string, Post>(),
    written: new Map<string, Written>(),
  };
  const notifications: (Post & { reason: string; isRead: boolean; indexedAt: string })[] = [];
  const pictures = new Map<string, Buffer>();

  const session = (): Answer => {
    state.signIns += 1;
    state.token = `access-${state.signIns}`;
    return { body: { ...SHOP, accessJwt: state.token, refreshJwt: `refresh-${state.signIns}` } };
  };

  const put = ({ rkey, repo, record }: { rkey: string; repo: string; record: Written }): Answer => {
    const graphemes = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(record.text)].length;
    if (repo !== SHOP.did || !TID.test(rkey)) return fault(400, 'InvalidRequest', 'bad record key');
    if (graphemes > 300) return fault(400, 'InvalidRequest', `too long: ${graphemes}`);
    const uri = `at://${repo}/app.bsky.feed.post/${rkey}`;
    for (const { uri: about, cid } of [record.reply.root, record.reply.parent])
      if (state.posts.get(about)?.cid !== cid) return fault(400, 'InvalidRequest', `no such post: ${about}`);
    const known = state.written.get(uri);
    if (known && JSON.stringify(known) !== JSON.stringify(record)) return fault(400, 'InvalidSwap', 'another record of that name');
    state.written.set(uri, record);
    onWritten(uri, record);
    const post = { uri, cid: `cid-${rkey}`, author: SHOP, record };
    state.posts.set(uri, post);
    return { body: { uri, cid: post.cid } };
  };

  const list = (cursor: number, limit: number): Answer => {
    const page = [...notifications].reverse().slice(cursor, cursor + limit);
    return { body: { notifications: page, ...(cursor + limit < notifications.length ? { cursor: String(cursor + limit) } : {}) } };
  };

  const answer = ({ method, path, headers, body }: Asked): Answer => {
    const url = new URL(path, 'http://bluesky');
    const picture = pictures.get(url.pathname);
    if (picture) return { raw: picture, headers: { 'content-type': 'image/jpeg' } };
    const what = url.pathname.replace('/xrpc/', '');
    if (what === 'com.atproto.server.createSession') {
      const given = JSON.parse(body.toString('utf8')) as { password: string };
      return given.password === state.password ? session() : fault(401, 'AuthenticationRequired', 'Invalid identifier or password');
    }
    if (what === 'com.atproto.server.refreshSession')
      return headers.authorization?.startsWith('Bearer refresh-') && state.password === password ? session() : fault(400, 'ExpiredToken');
    if (!state.token || headers.authorization !== `Bearer ${state.token}`) return fault(400, 'ExpiredToken', 'Token has expired');
    const once = method === 'POST' ? state.next.shift() : undefined;
    if (once) return once;
    if (what === 'app.bsky.notification.listNotifications')
      return list(Number(url.searchParams.get('cursor') ?? 0), Number(url.searchParams.get('limit')));
    if (what === 'app.bsky.feed.getPosts')
      return { body: { posts: url.searchParams.getAll('uris').flatMap((uri) => state.posts.get(uri) ?? []) } };
    if (what === 'com.atproto.repo.uploadBlob')
      return { body: { blob: { $type: 'blob', ref: { $link: 'bafy' }, mimeType: headers['content-type'], size: body.length } } };
    if (what === 'com.atproto.repo.putRecord') return put(JSON.parse(body.toString('utf8')));
    return fault(501, 'MethodNotImplemented', what);
  };

  let posted = 0;
  const notify = (post: Post, reason: string) => {
    posted += 1;
    notifications.push({ ...post, reason, isRead: false, indexedAt: new Date(Date.now() + posted).toISOString() });
  };
  return {
    answer,
    state,
    /** What the shop wrote, in order. */
    written: state.written,
    /** Sato, or somebody else, posts, and the shop is notified. */
    post: (
      text: string,
      {
        reply,
        images,
        reason = reply ? 'reply' : 'mention',
        author = SATO,
      }: { reply?: { root: Ref; parent: Ref }; images?: string[]; reason?: string; author?: Author } = {},
    ) => {
      const uri = `at://${author.did}/app.bsky.feed.post/3sato${posted + 1}`;
      const embed = images && {
        $type: 'app.bsky.embed.images',
        images: images.map(($link) => ({ alt: '', image: { $type: 'blob', ref: { $link } } })),
      };
      const record = {
        $type: 'app.bsky.feed.post',
        text,
        createdAt: new Date().toISOString(),
        langs: ['ja'],
        ...(reply ? { reply } : {}),
        ...(embed ? { embed } : {}),
      };
      const post = { uri, cid: `cid-sato-${posted + 1}`, author, record };
      state.posts.set(uri, post);
      notify(post, reason);
      return { uri, cid: post.cid };
    },
    /** The shop is notified of a post once more. */
    notifyAgain: (uri: string) => notify(state.posts.get(uri)!, 'mention'),
    picture: (did: string, cid: string, bytes: Buffer) => pictures.set(`/img/feed_fullsize/plain/${did}/${cid}@jpeg`, bytes),
    /** The next thing the shop writes is answered like this. */
    fail: (status: number, error: string, headers: Record<string, string> = {}) => state.next.push({ ...fault(status, error), headers }),
    /** The token ends. */
    endSession: () => {
      state.token = 'ended';
    },
    changePassword: (to: string) => {
      state.password = to;
      state.token = 'ended';
    },
  };
}
