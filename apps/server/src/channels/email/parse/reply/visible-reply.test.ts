import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { japaneseReplies } from '../mail.testkit.ts';
import { visibleReply } from './visible-reply.rules.ts';

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a Japanese reply', () => {
  it.each(japaneseReplies())('by $mailer ($id) shows what was written', ({ text, visible }) => {
    expect(collapse(visibleReply(text).visible)).toBe(collapse(visible));
  });
});

describe('a reply in another language', () => {
  it.each([
    'Le 28 janv. 2026 à 00:15, Jean <j@example.fr> a écrit :',
    'El jueves, 21 de noviembre de 2026, Sato escribió:',
    'Em qui, 24 de jan de 2026 às 14:17, X <x@example.br> escreveu:',
    'Den 24 jan 2026 10:00 skrev "X" <x@example.se>:',
    'lørdag 12. september 2026 skrev X <x@example.no> følgende:',
    'Am 1.5.2026 um 12:00 schrieb Sato:',
    'Op 1 mei 2026 om 12:00 heeft Sato <x@example.nl> het volgende geschreven:',
    'Il giorno 28 gen 2026, alle ore 15:00, X <x@example.it> ha scritto:',
    'Dne 28. 1. 2026 15:00 X <x@example.cz> napsal(a):',
    'lauantai 14. helmikuuta 2026 X <x@example.fi> kirjoitti:',
    '28 Ocak 2026 Perşembe tarihinde X <x@example.tr> şunu yazdı:',
    '在 2026年1月28日，下午3:00，X <x@example.cn> 写道：',
    '2026년 1월 28일 (목) 오후 3:00, X <x@example.kr>님이 작성:',
    'ב-יום ה׳, 2 באפר׳ 2026 ב-20:01 מאת X <x@example.il>:',
  ])('ends above: %s', (lead) => {
    expect(visibleReply(`Thank you.\n\n${lead}\n\n> Hello\n> there\n`).visible).toBe('Thank you.');
  });

  it('keeps answers between the quoted lines with what they answer', () => {
    const { visible } = visibleReply(
      'Hi,\n\nOn Fri, May 1, 2026, Sato wrote:\n> Which color?\nGreen.\n\n> Which size?\nLarge.\n\n> Thanks\n> Sato',
    );
    expect(visible).toBe('Hi,\n\n> Which color?\nGreen.\n\n> Which size?\nLarge.');
  });

  it('leaves code and lists alone', () => {
    const text = 'It prints:\n\n```\n-----\nFrom: x\n-----\n```\n\n- one\n- two\n\nWhy?';
    expect(visibleReply(text).visible).toBe(text);
  });
});

/** Mails made of the lines that mails are made of, in any order. */
const line = fc.constantFrom(
  '',
  'text',
  '> quote',
  '>> deep',
  '-- ',
  '━━━━',
  'On Fri, May 1, 2026 at 12:00, A <a@b.example> wrote:',
  'From: a',
  'Sent: b',
  'Subject: c',
  '差出人: 山田',
  '件名: 茶',
  'お茶です。',
  '-----Original Message-----',
  'iPhoneから送信',
  'Regards,',
  '```',
  '2026年5月1日(金) 12:00 山田 <a@b.example>:',
  '山田さんは書きました:',
  '＞引用',
);
const mail = fc.oneof(
  fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const filled = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((part) => part.trim())
    .filter(Boolean);

describe('whatever the mail', () => {
  it('what is visible and what is quoted are its lines, none lost, none doubled, in order', () => {
    fc.assert(
      fc.property(mail, (text) => {
        const { visible, quoted } = visibleReply(text);
        expect([...filled(visible), ...filled(quoted)].sort()).toEqual(filled(text).sort());
        let at = 0;
        const all = filled(text);
        for (const part of filled(visible)) {
          at = all.indexOf(part, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what is visible is never longer than the mail', () => {
    fc.assert(
      fc.property(mail, (text) => visibleReply(text).visible.length <= text.length),
      { numRuns: 500 },
    );
  });

  it('a plain answer stays as it is, however often it is looked at', () => {
    const plain = fc
      .array(fc.constantFrom('text', 'お茶です。', '', 'もう一つ'), { minLength: 1, maxLength: 20 })
      .map((lines) => lines.join('\n').trim());
    fc.assert(
      fc.property(plain, (text) => visibleReply(text).visible === text && visibleReply(visibleReply(text).visible).visible === text),
    );
  });
});
