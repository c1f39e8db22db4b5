import type { Answer, Asked } from '../platform-stub.ts';
import type { MetaAccount, Sent } from './meta.ts';

type State = { media: Map<string, Buffer>; sent: Sent[]; revoked: boolean };

const noAccess = (message: string): Answer => ({ status: 401, body: { error: { message, type: 'OAuthException', code: 190 } } });
const unknownPath: Answer = {
  status: 404,
  body: { error: { message: 'Unsupported request', type: 'GraphMethodException', code: 100, error_subcode: 33 } },
};

/** What the Graph API answers when nothing is out of order. */
export function reply(account: MetaAccount, state: State, { method, path, headers, body }: Asked): Answer {
  const url = new URL(path, 'http://graph');
  if (state.revoked || headers.authorization !== `Bearer ${account.token}`) {
    const isPublicMedia = url.pathname.startsWith('/cdn/');
    if (!isPublicMedia) return noAccess('Error validating access token');
  }
  // /v23.0/<id>/<edge>, and for files /media/v/<id> or /cdn/v/<id>
  const [, root, second = '', third = ''] = url.pathname.split('/');
  const [id, edge] = root === 'media' || root === 'cdn' ? [third, ''] : [second, third];
  if (root === 'media' || root === 'cdn') return mediaAnswer(state, id);
  if (method === 'POST' && edge === 'messages') return sentAnswer(account, state, JSON.parse(body.toString('utf8')));
  if (id === 'debug_token')
    return { body: { data: { is_valid: true, expires_at: account.tokenEnds ? Math.floor(account.tokenEnds.getTime() / 1000) : 0 } } };
  if (id === account.id || id === 'me') return { body: accountOf(account) };
  if (state.media.has(id)) return { body: mediaOf(id, state.media.get(id)!) };
  if (url.searchParams.get('fields')?.includes('name')) return { body: { name: '佐藤 花子', id } };
  return unknownPath;
}

const accountOf = ({ id }: MetaAccount) => ({
  id,
  name: '葉月と匙',
  username: 'hazuki_saji',
  verified_name: '葉月と匙',
  display_phone_number: '+81 3-0000-0000',
  quality_rating: 'GREEN',
  instagram_business_account: { id, username: 'hazuki_saji' },
});

const mediaOf = (id: string, bytes: Buffer) => ({
  id,
  messaging_product: 'whatsapp',
  mime_type: 'image/png',
  sha256: '0',
  file_size: String(bytes.length),
  url: `https://lookaside.fbsbx.com/media/v/${id}`,
});

function mediaAnswer({ media }: State, id: string): Answer {
  const bytes = media.get(id);
  return bytes ? { raw: bytes, headers: { 'content-type': 'application/octet-stream' } } : { status: 404 };
}

let counted = 0;

function sentAnswer({ id: accountId }: MetaAccount, { sent }: State, body: Record<string, unknown>): Answer {
  if (body.status === 'read') return { body: { success: true } };
  if (body.sender_action) return { body: { recipient_id: accountId } };
  counted += 1;
  const isWhatsapp = body.messaging_product === 'whatsapp';
  const to = isWhatsapp ? String(body.to) : String((body.recipient as { id?: string } | undefined)?.id);
  const id = `${isWhatsapp ? 'wamid.' : 'm_'}${counted}`;
  sent.push({ id, to, body });
  return isWhatsapp
    ? { body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] } }
    : { body: { recipient_id: to, message_id: id } };
}
