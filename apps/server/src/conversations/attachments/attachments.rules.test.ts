import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from '../../platform/files/file-name.rules.ts';
import { refuseUpload } from './attachments.rules.ts';

test.each([
  ['a photo', 200_000, 'image/jpeg', null],
  ['a PDF', 200_000, 'application/pdf', null],
  ['an empty file', 0, undefined, 'attachment.empty'],
  ['a photo over 10 MB', 10 * 1024 * 1024 + 1, 'image/jpeg', 'request.too_large'],
  ['a program called photo.png', 5000, 'application/x-msdownload', 'attachment.type_refused'],
  ['text, whose type nobody can tell', 5000, undefined, 'attachment.type_refused'],
] as const)('%s', (_story, size, type, refusal) => {
  expect(refuseUpload(size, type)).toBe(refusal);
});

test.each([
  ['領収書.pdf', '領収書.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\写真\\壊れた箱.jpg', '壊れた箱.jpg'],
  ['gpj.\u202etxt', 'gpj.txt'],
  ['', 'file'],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test('no name, however strange, breaks a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(cleanFileName(name)).not.toMatch(/["\r\n\\/]/);
    }),
  );
});
