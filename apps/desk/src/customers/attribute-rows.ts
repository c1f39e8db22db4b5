import { type Fault, type Faults, textFault } from '../admin/faults.ts';

/** An attribute while it is edited; `id` only keeps the rows apart. */
export type AttributeRow = { id: number; name: string; value: string };

export const limitsOf = { name: 50, value: 500 } as const;

export const rowsOf = (attributes: Readonly<Record<string, string>>): AttributeRow[] =>
  Object.entries(attributes).map(([name, value], id) => ({ id, name, value }));

/** As it is stored: rows that are wholly empty are left out. */
export const attributesOf = (rows: readonly AttributeRow[]): Record<string, string> =>
  Object.fromEntries(rows.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value.trim()]));

export const nextRow = (rows: readonly AttributeRow[]): AttributeRow => ({
  id: Math.max(-1, ...rows.map(({ id }) => id)) + 1,
  name: '',
  value: '',
});

/** What is wrong, by `attributes.<row id>`: a value without a name, two of one name, or too long. */
export function attributeFaults(rows: readonly AttributeRow[]): Faults {
  const names = rows.map(({ name }) => name.trim());
  const faultOf = ({ name, value }: AttributeRow, index: number): Fault | undefined => {
    if (!name.trim()) return value.trim() ? { word: 'fault.attribute_name' } : undefined;
    if (names.indexOf(name.trim()) !== index) return { word: 'fault.attribute_twice' };
    return textFault(name, limitsOf.name) ?? textFault(value, limitsOf.value, null);
  };
  return Object.fromEntries(
    rows.flatMap((row, index) => {
      const fault = faultOf(row, index);
      return fault ? [[`attributes.${row.id}`, fault]] : [];
    }),
  );
}
