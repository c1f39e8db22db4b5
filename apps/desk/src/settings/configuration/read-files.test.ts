import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NoConfiguration, readFiles, unzip } from './read-files.ts';

/** A zip file with one deflated entry, as archivers make them. */
function zipped(name: string, text: string): Uint8Array<ArrayBuffer> {
  const [path, body] = [Buffer.from(name), deflateRawSync(text)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + path.length + body.length, 16);
  return new Uint8Array(Buffer.concat([local, path, body, central, path, end]));
}

describe('the files somebody chose', () => {
  test('come out of a zip file, and stand beside single ones', async () => {
    const zip = new File([zipped('config/teams.json', '[{"name":"受注"}]')], 'all.zip');
    const one = new File(['[]'], 'skills.json');
    expect(await readFiles([zip, one])).toEqual([
      { name: 'config/teams.json', text: '[{"name":"受注"}]' },
      { name: 'skills.json', text: '[]' },
    ]);
  });

  test('are refused when there is no setting among them', async () => {
    await expect(readFiles([new File(['hello'], 'hello.txt')])).rejects.toThrow(NoConfiguration);
    await expect(unzip(zipped('a.json', '[]').slice(0, 40))).rejects.toThrow(NoConfiguration);
  });
});
