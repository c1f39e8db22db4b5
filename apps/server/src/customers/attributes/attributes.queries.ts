import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Tx } from '../../platform/db/db.ts';
import { attributeInvalid } from '../customers.errors.ts';
import { keptValue } from './values.rules.ts';

export async function listAttributes(tx: Tx, workspaceId: string): Promise<AttributeDefinition[]> {
  const rows = await tx
    .selectFrom('attribute_definitions')
    .select(['id', 'subject', 'key', 'label', 'kind', 'choices', 'help', 'required'])
    .select(['label_en as labelEn', 'help_en as helpEn', 'shown_when as shownWhen', 'required_when as requiredWhen'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('subject')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows as AttributeDefinition[];
}

/**
 * Values as they are kept, each in the form of its kind; what no definition names is free text, and null (to take one away) stays null.
 * @throws attributeInvalid for the first that is not of its kind
 */
export async function checkedValues<V extends string | null>(
  tx: Tx,
  workspaceId: string,
  subject: AttributeDefinition['subject'],
  values: Readonly<Record<string, V>>,
): Promise<Record<string, V | string>> {
  if (Object.keys(values).length === 0) return {};
  const definitions = new Map(
    (await listAttributes(tx, workspaceId)).filter((one) => one.subject === subject).map((one) => [one.key, one]),
  );
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const definition = definitions.get(key);
      if (!definition || value === null) return [key, value];
      const kept = keptValue(definition, value);
      if (kept === null) throw attributeInvalid({ key, kind: definition.kind });
      return [key, kept];
    }),
  );
}
