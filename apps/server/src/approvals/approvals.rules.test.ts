import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, after, asked, mayDecide, waits } from './approvals.rules.ts';

const ACTS: Act[] = ['approve', 'approve_for_later', 'return', 'withdraw', 'release'];

test('whatever happens in whatever order, nothing goes out unapproved, nothing goes out twice, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 12 }), (acts) => {
      let stand = asked;
      let sent = 0;
      let approvals = 0;
      for (const act of acts) {
        const next = after(stand, act);
        if (!next) continue;
        if (next.state === 'approved' && stand.state === 'waiting') approvals += 1;
        if (next.words === 'sent') {
          sent += 1;
          expect(next.state).toBe('approved');
        }
        if (next.words === 'author') expect(next.state).not.toBe('waiting');
        stand = next;
      }
      expect(sent).toBeLessThanOrEqual(1);
      expect(sent).toBeLessThanOrEqual(approvals);
      // Whoever waits can still be helped: approved, given back, or taken back by its author.
      if (stand.state === 'waiting') for (const act of ['approve', 'return', 'withdraw'] as const) expect(after(stand, act)).not.toBeNull();
      else if (stand.words === 'held') expect(after(stand, 'release')?.words).toBe('sent');
    }),
  );
});

const anyone = { tiers: [], newerThanDays: null, agentIds: [] };
const all = { teamIds: [], inboxIds: [], channels: [], words: [], authors: anyone };
const answer = {
  text: '全額をご返金いたします',
  inboxId: 'ibx_1',
  channel: 'email',
  author: { id: 'agt_1', teamIds: ['tem_1'], tier: 1, days: 3 },
};

test.each([
  ['every reply', all, true],
  ['of the team', { ...all, teamIds: ['tem_2', 'tem_1'] }, true],
  ['of another team', { ...all, teamIds: ['tem_2'] }, false],
  ['on this channel, with these words', { ...all, channels: ['email'], words: ['返金'] }, true],
  ['on this channel, with other words', { ...all, channels: ['email'], words: ['割引'] }, false],
  ['of whoever is new', { ...all, authors: { ...anyone, newerThanDays: 7 } }, true],
  ['of whoever was new until yesterday', { ...all, authors: { ...anyone, newerThanDays: 3 } }, false],
  ['of tier 2, or of those named', { ...all, authors: { ...anyone, tiers: [2], agentIds: ['agt_1'] } }, true],
  ['of tier 2', { ...all, authors: { ...anyone, tiers: [2] } }, false],
])('a rule for %s', (_name, conditions, expected) => expect(waits(conditions, answer)).toBe(expected));

test('nobody approves what they wrote, whatever they may', () => {
  expect(mayDecide({ id: 'agt_1', hasPermission: true, named: true }, 'agt_1')).toBe(false);
  expect(mayDecide({ id: 'agt_2', hasPermission: false, named: true }, 'agt_1')).toBe(true);
  expect(mayDecide({ id: 'agt_2', hasPermission: false, named: false }, 'agt_1')).toBe(false);
  expect(mayDecide({ id: null, hasPermission: true, named: false }, 'agt_1')).toBe(false);
});
