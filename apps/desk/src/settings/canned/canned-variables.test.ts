import { expect, test } from 'vitest';
import { unknownVariables } from './canned-variables.ts';

test('known placeholders are fine, with or without spaces', () => {
  expect(unknownVariables('{{customer.name}} 様\n{{ agent.name }}でございます。(#{{conversation.number}}、{{workspace.name}})')).toEqual(
    [],
  );
});

test('a slip of the pen is told, once', () => {
  expect(unknownVariables('{{customer.nmae}} 様 … {{customer.nmae}} {{order.number}}')).toEqual(['{{customer.nmae}}', '{{order.number}}']);
});
