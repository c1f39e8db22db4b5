import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { expect, test } from 'vitest';
import { stillThere } from './findings-here.ts';

const finding: CheckFinding = {
  rule: 'tone',
  weight: 'warning',
  from: 4,
  to: 10,
  found: '了解しました',
  instead: '承知いたしました',
  against: null,
};

test('a finding stays while an agent writes on behind it, and goes when its words are changed', () => {
  expect(stillThere([finding], '佐藤様、了解しました')).toEqual([finding]);
  expect(stillThere([finding], '佐藤様、了解しました。明日')).toEqual([finding]);
  expect(stillThere([finding], '佐藤様、了解です')).toEqual([]);
});
