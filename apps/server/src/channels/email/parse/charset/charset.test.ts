import { describe, expect, it } from 'vitest';
import { fixtureMail, mailOf } from '../mail.testkit.ts';
import { parseMail } from '../parse-mail.ts';
import { decodeBytes } from './decode.ts';
import { decodeHeaderText } from './encoded-words.ts';

const SUBJECT = '①㈱髙﨑の注文～ﾃｽﾄ';
const TEXT = '㈱髙島屋の﨑山です。\n①煎茶②玄米茶～各1個、ｵﾈｶﾞｲｼﾏｽ。';

describe('a Japanese mail', () => {
  it.each([
    ['in ISO-2022-JP with half-width kana and vendor characters', 'jis-vendor'],
    ['in ISO-2022-JP as quoted-printable', 'jis-quoted-printable'],
    ['in ISO-2022-JP that calls itself ASCII, its subject raw', 'jis-mislabeled'],
    ['in ISO-2022-JP that calls itself UTF-8', 'jis-called-utf8'],
    ['in Shift_JIS', 'sjis'],
    ['in Shift_JIS without any label, its subject raw', 'sjis-unlabeled'],
    ['in EUC-JP', 'euc'],
    ['in EUC-JP that calls itself Latin-1', 'euc-called-latin1'],
    ['whose encoded words cut UTF-8 characters in two', 'words-cut'],
    ['whose encoded words cut an ISO-2022-JP character in two', 'words-cut-jis'],
  ])('%s is read', async (_, name) => {
    const mail = await fixtureMail(name);
    expect(mail.subject).toBe(SUBJECT);
    expect(mail.text.trim()).toBe(TEXT);
  });

  it('says that its charset was guessed, but only when it was', async () => {
    expect((await fixtureMail('sjis-unlabeled')).problems).toContain('charset-guessed');
    expect((await fixtureMail('jis-vendor')).problems).toEqual([]);
  });
});

describe('a header', () => {
  it('keeps the space between words, not that between encoded words', () => {
    expect(decodeHeaderText('=?utf-8?q?a?= b =?utf-8?q?c_d?= =?utf-8?q?e?=')).toBe('a b c de');
  });

  it('joins base64 that was cut in mid-group', () => {
    const encoded = Buffer.from('葉月茶事').toString('base64');
    expect(decodeHeaderText(`=?utf-8?B?${encoded.slice(0, 5)}?= =?utf-8?B?${encoded.slice(5)}?=`)).toBe('葉月茶事');
  });

  it('keeps words in different charsets apart', () => {
    expect(decodeHeaderText('=?iso-8859-1?Q?Fr=F6sche?= =?utf-8?Q?_=E8=8C=B6?=')).toBe('Frösche 茶');
  });

  it('that is raw is read in the charset of the body, unless it is UTF-8', async () => {
    const body = ['Content-Type: text/plain; charset=big5', '', ''].join('\r\n');
    const raw = (subject: number[]): Buffer => Buffer.concat([Buffer.from('Subject: '), Buffer.from(subject), Buffer.from(`\r\n${body}`)]);
    expect((await parseMail(raw([0xaf, 0xf9, 0xb8, 0xad]))).subject).toBe('茶葉');
    expect((await parseMail(raw([...Buffer.from('茶葉')]))).subject).toBe('茶葉');
  });

  it('leaves alone what only looks encoded', () => {
    expect(decodeHeaderText('100%=?? sure =?utf-8?x?y?=')).toBe('100%=?? sure =?utf-8?x?y?=');
  });
});

describe('bytes', () => {
  it.each(['Le système a un problème: été, déjà vu', 'Die Frösche über Müller', 'Señor Muñoz, ¿qué tal?'])(
    'of Western text are not taken for Japanese: %s',
    (text) => {
      expect(decodeBytes(Buffer.from(text, 'latin1'), null).text).toBe(text);
    },
  );

  it('that are broken UTF-8 give what can be read', () => {
    const { text, problem } = decodeBytes(
      Buffer.concat([Buffer.from('お茶'), Buffer.from([0xe3, 0x81]), Buffer.from(' 100g です')]),
      'utf-8',
    );
    expect(text).toContain('お茶');
    expect(problem).toBe('charset-broken');
  });

  it('of an unknown charset are looked at', async () => {
    const mail = await mailOf(['Content-Type: text/plain; charset=x-nobody-knows', 'Content-Transfer-Encoding: 8bit'], 'お茶をください');
    expect(mail.text).toBe('お茶をください');
  });

  it('in UTF-7 are read', () => {
    expect(decodeBytes(Buffer.from('Hi Mom +Jjo- 1 +- 1'), 'utf-7').text).toBe('Hi Mom ☺ 1 + 1');
  });
});
