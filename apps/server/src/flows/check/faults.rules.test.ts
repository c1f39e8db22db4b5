import type { FlowPlan } from '@madoguchi/contract/flows.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectedPlan, known, plan, returns, text } from '../flows.testkit.ts';
import { advance, MOST_SILENT_STEPS } from '../run/advance.rules.ts';
import { firstState } from '../run/runs.rules.ts';
import { faultsOf, hasErrors } from './faults.rules.ts';

const nothing = { teams: new Set<string>(), articles: new Set<string>() };
const faults = (drawn: FlowPlan, existing = nothing) => faultsOf(drawn, existing).map(({ code, stepId }) => `${code} ${stepId}`);
const say = (id: string, next: string | null) => ({ id, type: 'say' as const, text: text('はい'), next });
const lookUp = (url: string) =>
  plan([
    {
      id: 'a',
      type: 'look_up',
      method: 'GET',
      url,
      body: '',
      keep: [{ field: 'x', path: 'x' }],
      identifiedOnly: true,
      next: null,
      failed: null,
    },
  ]);
const own = (rest: { of: 'orders' | 'contract'; numberField?: string }) =>
  plan([
    { id: 'a', type: 'look_up', method: 'GET', url: '', keep: [], identifiedOnly: false, next: 'b', failed: null, ...rest },
    { ...say('b', null), text: text(rest.of === 'orders' ? '{order_state} {tracking_url}' : '{contract_plan}') },
  ]);
const team = 'tem_00000000000000000000000001';
const article = 'art_00000000000000000000000001';

describe('a plan', () => {
  test('that a shop would draw has no fault', () => expect(faults(returns)).toEqual([]));

  test.each([
    ['nothing drawn yet', plan([]), ['start.missing null']],
    ['a start that is not there', plan([say('a', null)], { start: 'b' }), ['start.missing null', 'step.unreachable a']],
    ['a way to nowhere', plan([say('a', 'gone')]), ['step.missing a']],
    ['two steps of one name', plan([say('a', null), say('a', null)]), ['step.repeated a']],
    ['a step nobody comes to', plan([say('a', null), say('b', null)]), ['step.unreachable b']],
    ['a round without a question', plan([say('a', 'b'), say('b', 'c'), say('c', 'b')]), ['cycle.silent b', 'cycle.silent c']],
    ['a step that leads to itself', plan([say('a', 'a')]), ['cycle.silent a']],
    ['no words', plan([{ ...say('a', null), text: text(' ') }]), ['text.missing a']],
    [
      'a button without a label, and two of one name',
      plan([
        {
          id: 'a',
          type: 'buttons',
          text: text('?'),
          options: [
            { id: 'x', label: text(''), next: null },
            { id: 'x', label: text('い'), next: null },
          ],
        },
      ]),
      ['step.repeated a', 'text.missing a'],
    ],
    ['a field nobody asks for', plan([{ ...say('a', null), text: text('{name}さん') }]), ['field.unknown a']],
    ['an order looked for by a number nobody asks for, but no address', own({ of: 'orders', numberField: 'no' }), ['field.unknown a']],
    ['the newest orders looked for', own({ of: 'orders' }), []],
    ['a contract looked for, whatever number was chosen before', own({ of: 'contract', numberField: 'no' }), []],
    ['a question nobody asked', plan([{ id: 'a', type: 'answer', question: 'q', next: null }]), ['field.unknown a']],
    ['a team that is gone', plan([{ id: 'a', type: 'hand_off', text: text(''), teamId: team }]), ['team.missing a']],
    ['an article that is gone', plan([say('a', null)], { triggers: [{ kind: 'article', articleId: article }] }), ['article.missing null']],
  ])('with %s', (_what, drawn, expected) => expect(faults(drawn)).toEqual(expected));

  test('may name a team and an article that are there', () => {
    const drawn = plan([{ id: 'a', type: 'hand_off', text: text(''), teamId: team }], {
      triggers: [{ kind: 'article', articleId: article }],
    });
    expect(faults(drawn, { teams: new Set([team]), articles: new Set([article]) })).toEqual([]);
  });

  test('may go round through a question, and a step nobody comes to is a warning', () => {
    const round = plan([{ id: 'a', type: 'ask', text: text('?'), field: 'x', kind: 'text', next: 'b' }, say('b', 'a'), say('c', null)]);
    expect(faultsOf(round, nothing)).toEqual([{ code: 'step.unreachable', stepId: 'c', severity: 'warning' }]);
    expect(hasErrors(faultsOf(round, nothing))).toBe(false);
  });

  test.each(['https://shop.example/orders/{x}?k={x}', 'https://shop.example:8443/', 'https://8.8.8.8/'])('may look up %s', (url) =>
    expect(faults(lookUp(url))).toEqual([]),
  );
  test.each([
    'http://shop.example/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://db.internal/',
    'https://{x}.example/',
    'https://shop.example{x}/',
    '{x}',
    'https://me:secret@shop.example/',
    'ftp://shop.example/',
    '',
  ])('must not look up %s', (url) => expect(faults(lookUp(url))).toEqual(['url.refused a']));
});

test('a plan without an error comes to a question or an end within its own steps', () => {
  fc.assert(
    fc.property(connectedPlan, (drawn) => {
      fc.pre(!hasErrors(faultsOf(drawn, nothing)));
      const { visited } = advance(drawn, firstState('q'), { kind: 'begin' }, known);
      expect(new Set(visited).size).toBe(visited.length);
      expect(visited.length).toBeLessThan(MOST_SILENT_STEPS);
    }),
    { numRuns: 200 },
  );
});
