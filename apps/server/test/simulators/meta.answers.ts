import type { Answer, Asked } from '../platform-stub.ts';
import type { MetaAccount, Sent } from './meta.ts';

type State = { media: Map<string, Buffer>; uploads: Map<string, { type: string; bytes: number }>; sent: Sent[]; revoked: boolean };

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
  if (method === 'POST' && edge === 'media')
    return uploadAnswer(state, headers['content-type'], body, 'file', { messaging_product: 'whatsapp' });
  if (method === 'POST' && edge === 'message_attachments') return uploadAnswer(state, headers['content-type'], body, 'filedata', {});
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

/** A form with a file, and the fields that must be in it. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
function uploadAnswer({ uploads }: State, contentType = '', body: Buffer, field: string, fields: Record<string, string>): Answer {
  const form = body.toString('latin1');
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(contentType)?.[1];
  const parts = boundary ? form.split(`--${boundary}`) : [];
  const said = (name: string) =>
    parts
      .find((part) => part.includes(`name="${name}"\r\n`))
      ?.split('\r\n\r\n')[1]
      ?.trimEnd();
  const file = parts.find((part) => part.includes(`name="${field}"; filename=`));
  const type = /Content-Type: (\S+)/.exec(file ?? '')?.[1];
  const isWhole = Object.entries(fields).every(([name, value]) => said(name) === value);
  if (!file || !type || !isWhole)
    return { status: 400, body: { error: { message: '(#100) Param file must be a file', type: 'OAuthException', code: 100 } } };
  const id = String(9_000_000 + uploads.size);
  uploads.set(id, { type, bytes: file.split('\r\n\r\n')[1]!.length - 2 });
  return { body: field === 'file' ? { id } : { attachment_id: id } };
}

/** The ids of files that a message names and that nobody handed over. */
function unknownUploads({ uploads }: State, body: Record<string, unknown>): string[] {
  const named = [...JSON.stringify(body).matchAll(/"(?:image|video|audio|document)":\{"id":"(\d+)"|"attachment_id":"(\d+)"/g)];
  return named.map(([, media, attachment]) => media ?? attachment!).filter((id) => !uploads.has(id));
}

let counted = 0;

function sentAnswer({ id: accountId }: MetaAccount, state: State, body: Record<string, unknown>): Answer {
  const { sent } = state;
  if (body.status === 'read') return { body: { success: true } };
  if (body.sender_action) return { body: { recipient_id: accountId } };
  if (unknownUploads(state, body).length > 0)
    return { status: 400, body: { error: { message: '(#100) Invalid parameter', type: 'OAuthException', code: 100 } } };
  counted += 1;
  const isWhatsapp = body.messaging_product === 'whatsapp';
  const to = isWhatsapp ? String(body.to) : String((body.recipient as { id?: string } | undefined)?.id);
  const id = `${isWhatsapp ? 'wamid.' : 'm_'}${counted}`;
  sent.push({ id, to, body });
  return isWhatsapp
    ? { body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] } }
    : { body: { recipient_id: to, message_id: id } };
}
