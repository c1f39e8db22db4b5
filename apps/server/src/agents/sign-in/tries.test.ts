import type { FastifyReply } from 'fastify';
import { expect, test, vi } from 'vitest';
import { makeTries } from './tries.ts';

const header = vi.fn();
const reply = { header } as unknown as FastifyReply;
const wrong = () => Promise.reject(new Error('wrong'));
const right = () => Promise.resolve('right');
const outcome = (attempt: Promise<string>) => attempt.catch((error: Error) => error.message);

test('ten wrong tries for one e-mail from one network, in whatever letters and from whatever address of it', async () => {
  const { signIn } = makeTries();
  const spellings = ['suzuki@shop.example', ' Suzuki@Shop.Example'];
  for (let n = 0; n < 10; n += 1) {
    expect(await outcome(signIn({ ip: `2001:db8::${n + 1}`, email: spellings[n % 2]! }, reply, wrong))).toBe('wrong');
  }
  expect(await outcome(signIn({ ip: '2001:db8::99', email: 'SUZUKI@shop.example' }, reply, right))).toBe('too_many_requests');
  expect(header).toHaveBeenCalledWith('retry-after', 900);
  expect(await outcome(signIn({ ip: '2001:db8::99', email: 'mori@shop.example' }, reply, right))).toBe('right');
  expect(await outcome(signIn({ ip: '2001:db8:0:1::1', email: 'suzuki@shop.example' }, reply, right))).toBe('right');
});

test('sixty wrong tries from one network, whatever the e-mail, all at once', async () => {
  const { signIn } = makeTries();
  const outcomes = await Promise.all(
    Array.from({ length: 62 }, (_, n) => outcome(signIn({ ip: '192.0.2.1', email: `${n}` }, reply, wrong))),
  );
  expect(outcomes.filter((text) => text === 'wrong')).toHaveLength(60);
  expect(outcomes.filter((text) => text === 'too_many_requests')).toHaveLength(2);
  expect(await outcome(signIn({ ip: '192.0.2.2', email: '1' }, reply, right))).toBe('right');
});

test('right tries do not count', async () => {
  const { signIn, password } = makeTries();
  for (let n = 0; n < 100; n += 1) {
    expect(await outcome(signIn({ ip: '192.0.2.1', email: 'suzuki@shop.example' }, reply, right))).toBe('right');
    expect(await outcome(password('account', reply, right))).toBe('right');
  }
});
