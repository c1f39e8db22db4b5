import { describe, expect, test } from 'vitest';
import { wordsIn } from '../words.ts';
import { refusal, sizeText, typeNames } from './files.ts';

const usualLimits = { attachmentBytes: 10_485_760, attachmentTypes: ['image/png', 'image/jpeg', 'application/pdf'] };
const t = wordsIn('ja');
const photo = { name: '写真.png', type: 'image/png', size: 5000 };

describe('files before they are uploaded', () => {
  test('an image or PDF of usual size is taken', () => {
    expect(refusal(photo, 0, usualLimits, t)).toBe('');
    expect(refusal({ ...photo, type: 'application/pdf' }, 4, usualLimits, t)).toBe('');
  });

  test('a refusal says what would be accepted', () => {
    expect(refusal({ ...photo, name: 'a.exe', type: '' }, 0, usualLimits, t)).toBe(
      '「a.exe」は添付できません。画像・PDFをお選びください。',
    );
    expect(refusal({ ...photo, size: 10_485_761 }, 0, usualLimits, t)).toContain('10 MB');
    expect(refusal({ ...photo, size: 0 }, 0, usualLimits, t)).toContain('空');
    expect(refusal(photo, 5, usualLimits, t)).toContain('5件');
  });

  test('kinds and sizes read as people say them', () => {
    expect(typeNames(usualLimits.attachmentTypes, wordsIn('en'))).toBe('Images or PDF');
    expect([1, 1536, 204_800, 1_600_000, 10_485_760].map(sizeText)).toEqual(['0.1 KB', '1.5 KB', '200 KB', '1.5 MB', '10 MB']);
  });
});
