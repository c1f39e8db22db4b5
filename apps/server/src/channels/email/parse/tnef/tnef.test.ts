import { describe, expect, it } from 'vitest';
import { fixtureMail, rawMail } from '../mail.testkit.ts';
import { isTnef, readTnef } from './tnef.ts';

const wrapped = (): Buffer => {
  const raw = rawMail('winmail.eml').toString('latin1');
  const encoded = /filename=winmail\.dat.*?\r\n\r\n(.*?)--b--/s.exec(raw)?.[1] ?? '';
  return Buffer.from(encoded, 'base64');
};

describe('a winmail.dat', () => {
  it('gives its text and its files with their long names', async () => {
    expect(readTnef(wrapped())).toMatchObject({ text: '茶葉の請求書です。', files: [{ name: '請求書①.txt', type: 'text/plain' }] });
    expect((await fixtureMail('winmail')).problems).toEqual([]);
  });

  it('that was cut anywhere gives what lies before the cut', () => {
    const whole = wrapped();
    for (let size = 6; size < whole.length; size += 1) expect(readTnef(whole.subarray(0, size))?.files.length).toBeLessThanOrEqual(1);
  });

  it('is known by its first bytes, not by its name', () => {
    expect([isTnef(wrapped()), isTnef(Buffer.from('no')), readTnef(Buffer.from('a zip file'))]).toEqual([true, false, null]);
  });
});
