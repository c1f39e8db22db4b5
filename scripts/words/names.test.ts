import { expect, test } from 'vitest';
import { contractFaults, sqlFaults, typeFaults } from './names.ts';

const named = (faults: string[]) => faults.map((fault) => fault.split(': ')[1]);

test('tables and columns are looked at; comments, texts and PostgreSQL’s own words are not', () => {
  const text = `
    -- every user has tickets
    create table tickets (id text, user_id text, user_agent text default 'pending');
    grant madoguchi_app to current_user;`;
  expect(named(sqlFaults({ path: '0001.sql', text }))).toEqual(['tickets', 'user_id']);
});

test('what crosses the wire is looked at: properties and the values of enums', () => {
  const text = `
    /** Not the operator: it is banned. */
    export const view = z.enum(['open', 'pending']); // user:
    export const agent = z.object({ userId: z.string(), userAgent: z.string(), text: personText(5) });`;
  expect(named(contractFaults({ path: 'agents.ts', text }))).toEqual(['userId', 'pending']);
});

test('exported types are looked at, inner ones are nobody’s business', () => {
  const text = 'export type Operator = {};\nexport interface ContactRow {}\ntype User = string;\nexport type ContactForm = {};';
  expect(named(typeFaults({ path: 'a.ts', text }))).toEqual(['Operator', 'ContactRow']);
});
