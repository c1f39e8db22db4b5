import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import encoding from 'encoding-japanese';
import { listAttributes } from '../../customers/attributes/attributes.queries.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { listCustomers } from '../../customers/list/customers-list.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';

const AT_A_TIME = 100;
const HEADS = [
  '会員番号',
  '名前',
  '読み',
  'メールアドレス',
  '電話番号',
  '会社・団体',
  'タグ',
  '郵便番号',
  '都道府県',
  '市区町村',
  '町名・番地',
  '建物',
];

/** A list as a spreadsheet reads it, with the headings that are read in again. Sent as it is read. Shift_JIS: what it has no character for becomes ?. */
export async function* exportList(ctx: Ctx, filter: CustomerFilter, charset: 'utf-8' | 'shift_jis'): AsyncGenerator<Buffer> {
  const { workspaceId } = ctx.viewer;
  const attributes = (await ctx.transaction((tx) => listAttributes(tx, workspaceId))).filter(({ subject }) => subject === 'customer');
  const encode = (text: string): Buffer =>
    charset === 'utf-8' ? Buffer.from(text) : Buffer.from(encoding.convert(encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS' }));
  if (charset === 'utf-8') yield Buffer.from('\ufeff');
  yield encode(line([...HEADS, ...attributes.map(({ label }) => label)]));
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await ctx.transaction(async (tx) => {
      const page = await listCustomers(tx, workspaceId, { ...filter, cursor, limit: AT_A_TIME }, ctx.clock.now());
      const people = [];
      for (const { id } of page.items) people.push(await customerById(tx, workspaceId, id));
      return { rows: people.filter((one) => one !== null), next: page.nextCursor };
    });
    for (const { identities, address, ...person } of rows) {
      const first = (kind: string) =>
        (identities.find((one) => one.kind === kind && one.verified) ?? identities.find((one) => one.kind === kind))?.value ?? '';
      const cells = [
        first('external'),
        person.name,
        person.reading,
        first('email'),
        first('phone'),
        person.organization?.name ?? '',
        person.tags.join('、'),
        ...(address ? [address.postalCode, address.prefecture, address.city, address.street, address.building] : ['', '', '', '', '']),
        ...attributes.map(({ key }) => person.attributes[key] ?? ''),
      ];
      yield encode(line(cells));
    }
    if (!next) return;
    cursor = next;
  }
}

/** A spreadsheet would run what looks like a formula: an apostrophe stops it, and is taken off when the list is read in again. */
const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`).join(',')}\r\n`;
