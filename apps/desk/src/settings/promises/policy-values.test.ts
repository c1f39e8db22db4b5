import { expect, test } from 'vitest';
import { beginning, type PolicyValues, policyFaults, targetOf, valuesOf, wishOf } from './policy-values.ts';

const standard = { ...beginning(), name: '標準' };
const typed = valuesOf(standard, 'ja');
const first = (normal: string): PolicyValues => ({
  ...typed,
  targets: { ...typed.targets, first_response: { time: 'business', minutes: { urgent: '', high: '', normal, low: '' } } },
});

test('a policy is shown as people say it, and comes back as it was', () => {
  expect(typed.targets.first_response.minutes).toEqual({ urgent: '15分', high: '15分', normal: '1時間', low: '1時間' });
  expect(wishOf(typed)).toEqual(standard);
  expect(wishOf(valuesOf(standard, 'en'))).toEqual(standard);
  expect(policyFaults(typed)).toEqual({});
});

test('a promise whose times are all empty is none', () => {
  expect(targetOf(first('').targets.first_response)).toBeNull();
  expect(wishOf(first('')).targets.first_response).toBeNull();
  expect(wishOf(first('２時間')).targets.first_response?.minutes).toEqual({ urgent: null, high: null, normal: 120, low: null });
});

test('what cannot be kept is said beside its field', () => {
  expect(policyFaults(first('すぐ'))).toEqual({ 'targets.first_response': { word: 'promise.fault_minutes' } });
  const none = first('').targets.first_response;
  expect(policyFaults({ ...typed, targets: { first_response: none, next_response: none, resolution: none } })).toEqual({
    'targets.first_response': { word: 'promise.fault_nothing' },
  });
  const at = 'breach' as const;
  const escalations: PolicyValues['escalations'] = [
    { at, promise: null, action: { kind: 'notify', whom: 'assignee' } },
    { at, promise: null, action: { kind: 'assign_team', teamId: '' } },
    { at, promise: null, action: { kind: 'add_tag', tag: ' ' } },
  ];
  expect(Object.keys(policyFaults({ ...typed, escalations, attributes: [{ name: '', value: 'x' }] }))).toEqual([
    'attributes.0',
    'escalations.1',
    'escalations.2',
  ]);
});
