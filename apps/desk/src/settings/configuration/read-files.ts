import type { ConfigurationFile } from '@madoguchi/contract/configuration.ts';

/** A file that is neither JSON nor a zip file that can be opened. */
export class NoConfiguration extends Error {}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The JSON files somebody chose: as they are, or out of zip files. @throws NoConfiguration */
export async function readFiles(chosen: readonly File[]): Promise<ConfigurationFile[]> {
  const read = await Promise.all(
    chosen.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return isZip(bytes) ? unzip(bytes) : [{ name: file.name, text: new TextDecoder().decode(bytes) }];
    }),
  );
  const files = read.flat().filter(({ name }) => name.endsWith('.json') && !name.includes('__MACOSX'));
  if (files.length === 0) throw new NoConfiguration();
  return files;
}

/** The files in a zip file, by its central directory (APPNOTE 6.3, 4.3.12): stored or deflated. @throws NoConfiguration */
export async function unzip(bytes: Uint8Array): Promise<ConfigurationFile[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new NoConfiguration();
  const files: ConfigurationFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new NoConfiguration();
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (!name.endsWith('/')) files.push({ name, text: await textOf(bytes.slice(from, from + size), method) });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

async function textOf(bytes: Uint8Array<ArrayBuffer>, method: number): Promise<string> {
  if (method === 0) return new TextDecoder().decode(bytes);
  if (method !== 8) throw new NoConfiguration();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
