import type { ChatSession, getChat, searchChatArticles, sendChatMessage, startChat } from '@madoguchi/contract/chat.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { InputOf, OutputOf } from '@madoguchi/contract/endpoint.ts';

/** What came of a request. `status` 0: no answer (offline, cut off, refused by the browser). `code`: the server's name for the refusal. */
export type Answer<T> = { status: number; value: T | null; code: string; retryAfterInSeconds: number };

export type Api = {
  /** The address of something below this inbox, e.g. '/attachments'. */
  address(path: string): string;
  headers(): Record<string, string>;
  startChat(body: InputOf<typeof startChat>['body']): Promise<Answer<ChatSession>>;
  send(body: InputOf<typeof sendChatMessage>['body']): Promise<Answer<OutputOf<typeof sendChatMessage>>>;
  conversation(): Promise<Answer<OutputOf<typeof getChat>>>;
  leaveEmail(email: string): Promise<Answer<undefined>>;
  markSeen(seq: number): Promise<Answer<undefined>>;
  articles(q: string, locale: Locale): Promise<Answer<OutputOf<typeof searchChatArticles>>>;
};

const patienceInMilliseconds = 20_000;

/** The server's chat routes for one inbox. Nothing here throws; a missing answer has status 0. `token` is asked for at each request. */
export function makeApi(origin: string, inboxKey: string, token: () => string | null): Api {
  const address = (path: string) => `${origin}/api/chat/${encodeURIComponent(inboxKey)}${path}`;
  const headers = (): Record<string, string> => {
    const kept = token();
    return kept ? { authorization: `Bearer ${kept}` } : {};
  };
  async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    try {
      const response = await fetch(address(path), {
        method,
        headers: { ...headers(), ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body ? JSON.stringify(body) : null,
        credentials: 'omit',
        signal: AbortSignal.timeout(patienceInMilliseconds),
      });
      // A 204 carries nothing; anything else is validated by the server against the same contract.
      const value = await response.json().catch(() => null);
      const { ok, status } = response;
      return {
        status,
        value: ok ? value : null,
        code: ok ? '' : String(value?.code),
        retryAfterInSeconds: Number(response.headers.get('retry-after')),
      };
    } catch {
      return { status: 0, value: null, code: '', retryAfterInSeconds: 0 };
    }
  }
  return {
    address,
    headers,
    startChat: (body) => ask('POST', '/session', body),
    send: (body) => ask('POST', '/messages', body),
    conversation: () => ask('GET', '/conversation'),
    leaveEmail: (email) => ask('PUT', '/email', { email }),
    markSeen: (seq) => ask('PUT', '/seen', { seq }),
    articles: (q, locale) => ask('GET', `/articles?${new URLSearchParams(q ? { q, locale } : { locale })}`),
  };
}
