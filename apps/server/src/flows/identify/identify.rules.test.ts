import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectedPlan, known, plan, text } from '../flows.testkit.ts';
import type { FlowInput, FlowResult } from '../flows.types.ts';
import { firstState } from '../run/runs.rules.ts';
import { takeFlowTurn } from '../run/turn.rules.ts';
import { codeIn } from './ways.rules.ts';

describe('a code in what a customer wrote', () => {
  test.each([
    ['123456', '123456'],
    ['１２３４５６', '123456'],
    ['123 456', '123456'],
    ['コードは012-345です。', '012345'],
    ['12345', null],
    ['1234567', null],
    ['123456 か 654321', null],
    ['HS-123456 の 2 個', null],
    ['届きません', null],
  ])('%s → %s', (written, code) => expect(codeIn(written)).toBe(code));
});

const drawn = plan([
  { id: 'who', type: 'identify', text: text(''), next: 'look', failed: null },
  {
    id: 'look',
    type: 'look_up',
    method: 'GET',
    url: 'https://shop.example/{verified_email}{verified_customer_id}',
    body: '',
    keep: [],
    identifiedOnly: true,
    next: null,
    failed: null,
  },
]);

describe('what is proved', () => {
  test('is asked once in a turn, and asked of nobody who is known', () => {
    const signed = {
      ...known,
      codes: { email: true, phone: false },
      has: ['proved_identity' as const],
      proved: { verified_customer_id: 'C-1' },
    };
    expect(takeFlowTurn(drawn, firstState(''), { kind: 'begin' }, signed, new Map())).toMatchObject({
      need: { kind: 'look_up', request: { url: 'https://shop.example/C-1' } },
    });
  });

  test('cannot be typed: an answer of its name is not sent', () => {
    const typed = { ...firstState(''), answers: { verified_email: 'boss@shop.example' } };
    const signed = { ...known, has: ['proved_identity' as const], proved: { verified_customer_id: 'C-1' } };
    expect(takeFlowTurn(drawn, typed, { kind: 'begin' }, signed, new Map())).toMatchObject({
      need: { request: { url: 'https://shop.example/C-1' } },
    });
  });

  test('without a mail server, the step hands over and the look-up goes the way of a failure', () => {
    expect(takeFlowTurn(drawn, firstState(''), { kind: 'begin' }, known, new Map())).toMatchObject({
      turn: { next: { kind: 'hand_off', because: 'mail_not_set_up' } },
    });
    expect(takeFlowTurn({ ...drawn, start: 'look' }, firstState(''), { kind: 'begin' }, known, new Map())).toMatchObject({
      turn: { next: { kind: 'end' } },
    });
  });
});

const input: fc.Arbitrary<FlowInput> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.constantFrom('はい', 'a@mail.example', 'b@mail.example', '123456', '000000', ''),
  }),
  fc.record({
    kind: fc.constant('option' as const),
    step: fc.constantFrom('a', 'b', 'c'),
    option: fc.constantFrom('resend', 'other_address', 'cannot', 'option0'),
  }),
);
const effect: fc.Arbitrary<FlowResult> = fc.oneof(
  fc.record({ kind: fc.constant('code_sent' as const), outcome: fc.constantFrom('sent' as const, 'limited' as const) }),
  fc.record({ kind: fc.constant('code_checked' as const), outcome: fc.constantFrom('wrong' as const, 'gone' as const) }),
);

test('whatever is drawn, said and pressed: without a right code nothing private is looked up, and every turn ends', () => {
  fc.assert(
    fc.property(
      connectedPlan,
      fc.array(input, { maxLength: 8 }),
      fc.array(effect, { minLength: 4, maxLength: 4 }),
      (one, inputs, effects) => {
        const asked = { ...known, codes: { email: true, phone: false } };
        let state = firstState('質問');
        for (const each of [{ kind: 'begin' as const }, ...inputs]) {
          const results = new Map<string, FlowResult>();
          for (;;) {
            const outcome = takeFlowTurn(one, state, each, asked, results);
            if ('need' in outcome) {
              const { need } = outcome;
              const at = one.steps.find(({ id }) => need.key.startsWith(`${id} `));
              if (need.kind === 'look_up') expect(at?.type === 'look_up' && at.identifiedOnly).toBe(false);
              expect(need.kind).not.toBe('own_facts');
              results.set(need.key, resultFor(need.kind, effects, results.size));
              continue;
            }
            state = outcome.turn.state;
            expect(state.answers).not.toHaveProperty('verified_email');
            if (outcome.turn.next.kind !== 'wait') return;
            expect(outcome.turn.said).not.toEqual([]);
            break;
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

function resultFor(kind: string, effects: FlowResult[], at: number): FlowResult {
  if (kind === 'look_up') return { kind: 'look_up', fields: { y: '1' } };
  if (kind === 'find') return { kind: 'find', found: false };
  const wanted = kind === 'send_code' ? 'code_sent' : 'code_checked';
  const other: FlowResult =
    kind === 'send_code' ? { kind: 'code_sent', outcome: 'sent' } : { kind: 'code_checked', outcome: 'wrong', left: 2 };
  return effects.slice(at).find((one) => one.kind === wanted) ?? other;
}
