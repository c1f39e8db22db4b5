import { shownAttributes } from '@madoguchi/contract/attribute-rules.ts';
import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';

/**
 * What is told of an organization: its attributes in their order, those that its other attributes hide left out, then what is kept under
 * names that nobody defines any more. Nothing without a value.
 */
export function knownAttributes(definitions: readonly AttributeDefinition[], attributes: Readonly<Record<string, string>>) {
  const own = definitions.filter(({ subject }) => subject === 'organization');
  const defined = shownAttributes(own, attributes, null).map((definition) => ({ key: definition.key, definition }));
  const others = Object.keys(attributes)
    .filter((key) => !own.some((one) => one.key === key))
    .map((key) => ({ key, definition: null }));
  return [...defined, ...others].flatMap((one) => (attributes[one.key] ? [{ ...one, value: attributes[one.key]! }] : []));
}
