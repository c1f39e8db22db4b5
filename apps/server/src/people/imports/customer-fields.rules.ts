// Pure: what the columns of a list of customers mean, and what a line of it says of a person.
import type { ImportField, ImportMapping } from '@madoguchi/contract/customer-imports.ts';
import { splitAddress } from '../../customers/addresses/split-address.rules.ts';
import { normaliseIdentity } from '../../customers/customers.rules.ts';

const NAMES: Record<Exclude<ImportField, `attribute:${string}`>, readonly string[]> = {
  externalId: [
    '会員番号',
    '顧客番号',
    'お客様番号',
    '顧客id',
    '会員id',
    'customer id',
    'customer number',
    'external_id',
    'member id',
    'id',
  ],
  email: ['メールアドレス', 'メール', 'eメール', 'e-mail', 'email', 'mail', 'email address'],
  phone: ['電話番号', '電話', 'tel', '携帯電話', '携帯', 'phone', 'telephone', 'mobile'],
  name: ['名前', '氏名', 'お名前', '顧客名', '担当者名', 'name', 'full name'],
  reading: ['読み', 'フリガナ', 'ふりがな', 'カナ', '氏名カナ', '氏名(カナ)', 'reading', 'kana'],
  organization: ['会社名', '会社', '団体', '法人名', '会社・団体', 'organization', 'company'],
  tags: ['タグ', 'tags', 'tag'],
  postalCode: ['郵便番号', '〒', 'postal code', 'zip', 'postcode'],
  prefecture: ['都道府県', 'prefecture', 'state'],
  city: ['市区町村', '市町村', 'city'],
  street: ['町名・番地', '番地', '町域', '住所1', 'street'],
  building: ['建物', '建物名', '建物・部屋', '住所2', 'building'],
  addressLine: ['住所', 'address'],
};
const FIELD_OF = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as ImportField] as const)));

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** What each column probably is, by its heading; an attribute by its name. Each field is taken once. */
export function guessMapping(columns: readonly string[], attributes: readonly { key: string; label: string }[]): ImportMapping {
  const taken = new Set<ImportField>();
  return columns.map((column) => {
    const attribute = attributes.find(({ key, label }) => folded(key) === folded(column) || folded(label) === folded(column));
    const field = attribute ? (`attribute:${attribute.key}` as const) : FIELD_OF.get(folded(column));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

export type Person = { fields: Partial<Record<Exclude<ImportField, `attribute:${string}`>, string>>; attributes: Record<string, string> };

/** What a line says; empty cells say nothing. An apostrophe before what looks like a formula is a spreadsheet's, and no part of the text. */
export function personOfRow(cells: readonly string[], mapping: ImportMapping): Person {
  const person: Person = { fields: {}, attributes: {} };
  for (const [at, field] of mapping.entries()) {
    const cell = (cells[at] ?? '').replace(/^'(?=[=+\-@])/, '').trim();
    if (!field || cell === '') continue;
    if (field.startsWith('attribute:')) person.attributes[field.slice('attribute:'.length)] = cell;
    else person.fields[field as keyof Person['fields']] = cell;
  }
  return person;
}

/** The postal address of a line: its parts, or one line split; null when it says none. */
export function addressOfRow({ fields }: Person) {
  const { postalCode = '', prefecture = '', city = '', street = '', building = '', addressLine } = fields;
  const split = addressLine ? splitAddress(addressLine) : null;
  if (!split && [postalCode, prefecture, city, street, building].every((part) => part === '')) return null;
  return {
    postalCode: postalCode || split?.postalCode || '',
    prefecture: prefecture || split?.prefecture || '',
    city: city || split?.city || '',
    street: street || split?.street || '',
    building: building || split?.building || '',
  };
}

/** Why a line cannot be taken; null when it can. `seen`: who the lines before were about. */
export function problemOfRow({ fields }: Person, seen: Set<string>): 'row.no_key' | 'row.email' | 'row.phone' | 'row.repeated' | null {
  const { externalId, email, phone } = fields;
  if (!externalId && !email) return 'row.no_key';
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(normaliseIdentity('email', email))) return 'row.email';
  if (phone && normaliseIdentity('phone', phone).replace(/\D/g, '').length < 6) return 'row.phone';
  const keys = [externalId && `x:${externalId}`, email && `e:${normaliseIdentity('email', email)}`].filter(
    (one) => one !== undefined && one !== '',
  ) as string[];
  if (keys.some((key) => seen.has(key))) return 'row.repeated';
  for (const key of keys) seen.add(key);
  return null;
}
