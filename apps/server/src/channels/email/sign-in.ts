import type { Settings } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

export type MailLogin = { login: string; password: string } | { login: string; accessToken: string };
export type MailHosts = { imap: MailHost; smtp: MailHost };
export type MailHost = { host: string; port: number; tls: 'implicit' | 'required' | 'none' };

const PROVIDERS = {
  google: {
    imap: { host: 'imap.gmail.com', port: 993, tls: 'implicit' },
    smtp: { host: 'smtp.gmail.com', port: 465, tls: 'implicit' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, tls: 'implicit' },
    smtp: { host: 'smtp.office365.com', port: 587, tls: 'required' },
  },
} as const;

/** Where a mailbox is fetched and where its mail is handed over. */
export function hostsOf(settings: Settings): MailHosts {
  const { signIn } = settings;
  if (signIn === 'google' || signIn === 'microsoft') return PROVIDERS[signIn];
  return {
    imap: { host: String(settings.imapHost), port: Number(settings.imapPort), tls: settings.imapTls as MailHost['tls'] },
    smtp: { host: String(settings.smtpHost), port: Number(settings.smtpPort), tls: settings.smtpTls as MailHost['tls'] },
  };
}

type Token = { value: string; until: number };
/** Access tokens last an hour; asked for anew five minutes before. By refresh token, so that a changed one is not met with an old word. */
const tokens = new Map<string, Token>();
const EARLY_MS = 5 * 60_000;

/** How to sign in to the mailbox's servers: the password, or a fresh access token. @throws ChannelError credentials_refused · platform_down */
export async function loginOf(call: Call): Promise<MailLogin> {
  const { settings } = call;
  const login = String(settings.login || settings.address);
  if (settings.signIn !== 'google' && settings.signIn !== 'microsoft') return { login, password: String(settings.password ?? '') };
  const refreshToken = String(settings.refreshToken);
  const known = tokens.get(refreshToken);
  if (known && known.until - EARLY_MS > call.now().getTime()) return { login, accessToken: known.value };
  const token = await freshToken(call, refreshToken);
  tokens.set(refreshToken, token);
  return { login, accessToken: token.value };
}

/** The OAuth 2.0 refresh grant (RFC 6749, section 6) at the provider's token endpoint. */
async function freshToken(call: Call, refreshToken: string): Promise<Token> {
  const { settings } = call;
  const url =
    settings.signIn === 'google'
      ? 'https://oauth2.googleapis.com/token'
      : `https://login.microsoftonline.com/${encodeURIComponent(String(settings.tenant || 'common'))}/oauth2/v2.0/token`;
  const { status, headers, body } = await call.ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: String(settings.clientId),
      client_secret: String(settings.clientSecret),
      refresh_token: refreshToken,
    }).toString(),
  });
  const answer = parsed(body);
  if (status === 400 || status === 401)
    throw new ChannelError('credentials_refused', { detail: String(answer.error_description ?? answer.error ?? status), aboutInbox: true });
  if (status !== 200 || typeof answer.access_token !== 'string') throw errorOfAnswer(status, headers, String(answer.error ?? ''));
  return { value: answer.access_token, until: call.now().getTime() + Number(answer.expires_in ?? 3600) * 1000 };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
