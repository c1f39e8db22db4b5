import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, fakeContext } from '../test/fake-context.ts';
import { makeEmailing } from './emailing.ts';

afterEach(() => vi.unstubAllGlobals());

async function leave(written: string, status = 204) {
  const context = fakeContext();
  context.api.leaveEmail.mockResolvedValueOnce(answer(status));
  context.store.set({ email: { written, standing: 'email_save' } });
  await makeEmailing(context)();
  return { email: context.store.get().email, asked: context.api.leaveEmail.mock.calls.flat() };
}

describe('leaving an e-mail address', () => {
  test('full-width letters from a Japanese keyboard are understood', async () => {
    expect(await leave(' ｈａｎａｋｏ＠example.com ')).toEqual({
      email: { written: 'hanako@example.com', standing: 'email_kept' },
      asked: ['hanako@example.com'],
    });
  });

  test.each(['', 'hanako', 'hanako@', '@example.com', 'a b@example.com', 'hanako@example'])('"%s" is not sent', async (written) => {
    expect(await leave(written)).toMatchObject({ email: { standing: 'email_invalid' }, asked: [] });
  });

  test('what the server says is told apart from a lost connection', async () => {
    expect((await leave('hanako@example.com', 400)).email.standing).toBe('email_invalid');
    expect((await leave('hanako@example.com', 0)).email.standing).toBe('email_failed');
  });
});
