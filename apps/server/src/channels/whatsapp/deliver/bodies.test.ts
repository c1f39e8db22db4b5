import { expect, test } from 'vitest';
import { outbound } from '../../outbound.testkit.ts';
import { partsOf } from './bodies.rules.ts';

const choices = (...labels: string[]) =>
  labels.map((label, index) => ({ label, data: `mdg:m:${index}`, choice: { kind: 'person' as const } }));

test('up to three short choices are buttons under the words', () => {
  expect(partsOf(outbound({ text: '解決しましたか?', choices: choices('はい', 'いいえ') })).map(({ body }) => body)).toEqual([
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: '解決しましたか?' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'mdg:m:0', title: 'はい' } },
            { type: 'reply', reply: { id: 'mdg:m:1', title: 'いいえ' } },
          ],
        },
      },
    },
  ]);
});

test('more or longer ones are a list, whose rows say all their words', () => {
  const long = '急須の茶こしが外れてしまったときの直し方を知りたいとき';
  const [{ body } = { body: null }] = partsOf(outbound({ text: 'どれですか', choices: choices(long, 'その他') }));
  expect(body).toMatchObject({
    interactive: { type: 'list', action: { button: '選んでください', sections: [{ rows: [{ description: long }, { title: 'その他' }] }] } },
  });
  const title = /"title":"([^"]*…)"/.exec(JSON.stringify(body))?.[1] ?? '';
  expect(title.length).toBeLessThanOrEqual(24);
  expect(title).toMatch(/^急須.*…$/);
  expect(partsOf(outbound({ text: 'どれですか', choices: choices(...'abcdefghijkl') }))).toHaveLength(2);
});

test('long words go out in parts, the choices with the last; a quoted article says where it can be read', () => {
  const bodies = partsOf(
    outbound({
      text: 'あ'.repeat(5000),
      quote: { title: '返品について', url: 'https://desk.example/help/1', text: '**7日**以内です。' },
      choices: choices('はい'),
    }),
  );
  expect(bodies.map(({ body: { type } }) => type)).toEqual(['text', 'interactive']);
  expect(JSON.stringify(bodies[1])).toContain('返品について\\n7日以内です。\\nhttps://desk.example/help/1');
});

test('pictures, films and sounds are shown as such, everything else is a document; what WhatsApp takes is handed over, the rest it fetches', () => {
  const file = (name: string, type: string, sizeInBytes = 1000) => ({
    name,
    type,
    sizeInBytes,
    url: null as string | null,
    read: async () => Buffer.alloc(0),
  });
  const files = [
    file('a.png', 'image/png'),
    file('b.mp4', 'video/mp4'),
    file('c.ogg', 'audio/ogg'),
    file('d.pdf', 'application/pdf'),
    file('e.png', 'image/png', 6_000_000),
  ];
  expect(partsOf(outbound({ text: '', files }))).toEqual([
    { body: { type: 'image', image: {} }, upload: { file: files[0], under: 'image' } },
    { body: { type: 'video', video: {} }, upload: { file: files[1], under: 'video' } },
    { body: { type: 'audio', audio: {} }, upload: { file: files[2], under: 'audio' } },
    { body: { type: 'document', document: { filename: 'd.pdf' } }, upload: { file: files[3], under: 'document' } },
    { body: { type: 'document', document: { filename: 'e.png' } }, upload: { file: files[4], under: 'document' } },
  ]);
  const zip = file('f.zip', 'application/zip');
  expect(partsOf(outbound({ text: '', files: [{ ...zip, url: 'https://desk.example/f.zip' }] }))).toEqual([
    { body: { type: 'document', document: { filename: 'f.zip', link: 'https://desk.example/f.zip' } } },
  ]);
  expect(() => partsOf(outbound({ files: [zip] }))).toThrow('unsupported');
});
