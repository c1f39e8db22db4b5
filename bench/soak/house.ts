import type { Reached, Sender } from './soak.types.ts';

type Inbox = { id: string; channel: string; key: string };

/** Forty million of them, each for itself: limits by address are not what is measured. */
const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** A workspace with an inbox for each sender, made as its owner makes it; and the owner's word at the desk. */
export async function furnish(base: string, senders: readonly Pick<Sender, 'channel' | 'settings'>[]) {
  let cookie = '';
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(base + path, {
      method,
      headers: { origin: base, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : null };
  };
  const must = async (method: string, path: string, body?: object) => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  await must('POST', '/api/setup', {
    workspaceName: '葉月と匙',
    name: '藤原 さやか',
    email: 'fujiwara@hazuki-saji.example',
    password: 'ocha-no-jikan',
    locale: 'ja',
  });
  // An answer is held for a moment and let go by a job: that, too, is to survive.
  await must('PATCH', '/api/workspace', { undoSendSeconds: 1 });
  // So that the bot has something to say.
  const { id } = await must('POST', '/api/articles', {
    question: '急須のふたが割れていた場合は交換できますか',
    answer: '届いた品が割れていた場合は、新しい品と交換いたします。写真を添えてお知らせください。',
    examples: ['昨日届いた急須のふたが割れていました'],
  });
  await must('PUT', `/api/articles/${id}/status`, { status: 'published' });
  const { items } = (await must('GET', '/api/inboxes')) as { items: Inbox[] };
  const inboxes = new Map<string, Inbox>();
  for (const { channel, settings } of senders) {
    const begun = settings === null ? items.find((one) => one.channel === channel) : undefined;
    inboxes.set(channel, begun ?? (await must('POST', '/api/inboxes', { name: channel, channel, settings: settings ?? {} })));
  }
  return {
    reached: (channel: string): Reached => ({ base, key: inboxes.get(channel)!.key, addressOf }),
    /** The owner's word: an answer that is not good is thrown. */
    ask: must,
    inboxId: (channel: string): string => inboxes.get(channel)!.id,
    /** An agent's answer; the same key is the same answer. @returns false when it has to be asked again */
    answer: async (conversationId: string, text: string, idempotencyKey: string): Promise<boolean> => {
      const asked = await call('POST', `/api/conversations/${conversationId}/replies`, { text, seenSeq: 1_000_000, idempotencyKey }).catch(
        () => null,
      );
      if (asked && asked.status >= 400 && asked.status < 500 && asked.status !== 429)
        throw new Error(`an answer was refused: ${asked.text}`);
      return asked !== null && asked.status < 300;
    },
  };
}

export type House = Awaited<ReturnType<typeof furnish>>;
