import { type Answer, type Asked, platformStub } from '../platform-stub.ts';

type Wish = { url: string; secret_token: string; allowed_updates: string[] };
type Refusal = { status: number; description: string; retryAfter?: number };

const no = ({ status, description, retryAfter }: Refusal): Answer => ({
  status,
  body: {
    ok: false,
    error_code: status,
    description,
    ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
  },
});
const yes = (result: unknown): Answer => ({ body: { ok: true, result } });

const PHOTO = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Telegram's Bot API on this machine: one bot, whose webhook it keeps; answers as documented, and refuses on demand. */
export async function telegramSimulator(botToken: string) {
  const state = { token: botToken, webhook: null as Wish | null, messageId: 100, lastError: null as string | null };
  /** What becomes of the next calls of a method, first come first. */
  const refusals = new Map<string, (Refusal | 'accept')[]>();
  const [botId] = botToken.split(':');
  const bot = { id: Number(botId), is_bot: true, first_name: '葉月茶舗', username: 'hazuki_bot' };

  const methods: Record<string, (asked: Asked) => unknown> = {
    getMe: () => bot,
    setWebhook: ({ body }) => {
      state.webhook = JSON.parse(body.toString('utf8')) as Wish;
      return true;
    },
    getWebhookInfo: () => ({
      url: state.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: state.lastError ? 3 : 0,
      ...(state.lastError ? { last_error_date: Math.floor(Date.now() / 1000), last_error_message: state.lastError } : {}),
    }),
    sendChatAction: () => true,
    getFile: ({ body }) => {
      const { file_id } = JSON.parse(body.toString('utf8')) as { file_id: string };
      return { file_id, file_unique_id: `u-${file_id}`, file_path: `photos/${file_id}.png` };
    },
  };
  const message = ({ body }: Asked) => {
    const chat = Number(/"chat_id":(\d+)|name="chat_id"\r\n\r\n(\d+)/.exec(body.toString('latin1'))?.slice(1).find(Boolean));
    state.messageId += 1;
    return { message_id: state.messageId, date: Math.floor(Date.now() / 1000), chat: { id: chat, type: 'private' }, from: bot };
  };

  const stub = await platformStub((asked) => {
    const [, token, name = ''] = /^(?:\/file)?\/bot([^/]+)\/(.+)$/.exec(asked.path) ?? [];
    if (token !== state.token) return no({ status: 401, description: 'Unauthorized' });
    if (asked.path.startsWith('/file/')) return { raw: PHOTO, headers: { 'content-type': 'application/octet-stream' } };
    const refusal = refusals.get(name)?.shift();
    if (refusal && refusal !== 'accept') return no(refusal);
    const method = methods[name] ?? (name.startsWith('send') ? message : undefined);
    return method ? yes(method(asked)) : no({ status: 404, description: 'Not Found' });
  });

  return {
    ...stub,
    state,
    refuse: (method: string, ...several: (Refusal | 'accept')[]) => refusals.set(method, [...(refusals.get(method) ?? []), ...several]),
    calls: (method: string) => stub.asked.filter(({ path }) => path.endsWith(`/${method}`)),
    /** The headers of a webhook of Telegram's. */
    headers: (secret = state.webhook?.secret_token ?? '') => ({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': secret,
    }),
  };
}
