import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCase, readMailCases } from './eval/mail-sets.ts';
import { InputError } from './eval/question-sets.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'eval-mail-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);

describe('a set of mails', () => {
  it('is parsed by what each file is, and what is expected is not looked at', async () => {
    write('a.eml', 'Subject: tea\nFrom: Aoi <aoi@example.jp>\n\nHello');
    write('b.txt', 'Hello\n\nOn Fri, May 1, 2026, Sato wrote:\n> tea');
    write('c.html', '<p>Hello</p>');
    const lines = ['a.eml', 'b.txt', 'c.html', 'missing.eml'].map((file) =>
      JSON.stringify({ id: file, kind: 'x', file, expect: { subject: 'no' } }),
    );
    write('expected.jsonl', `${lines.join('\n')}\n`);
    const cases = readMailCases(directory);
    expect(cases[0]).toEqual({ id: 'a.eml', kind: 'x', file: 'a.eml' });
    const [mail, text, html, missing] = await Promise.all(cases.map((mailCase) => parseCase(directory, mailCase)));
    expect(mail).toMatchObject({
      id: 'a.eml',
      subject: 'tea',
      from: { name: 'Aoi', address: 'aoi@example.jp' },
      visibleReply: 'Hello',
      bounce: false,
    });
    expect([text?.visibleReply, html?.visibleReply]).toEqual(['Hello', 'Hello']);
    expect(missing?.error).toContain('ENOENT');
  });

  it('that cannot be read says where', () => {
    expect(() => readMailCases(directory)).toThrow(InputError);
    write('expected.jsonl', '{"id":"a"}\n');
    expect(() => readMailCases(directory)).toThrow(/expected\.jsonl:1/);
  });
});
