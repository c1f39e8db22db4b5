// winmail.dat (MS-OXTNEF): what Outlook wraps files in when it believes that everybody has Outlook. Only files and texts are read.
import { decodeBytes } from '../charset/decode.ts';
import { type MapiValue, readMapiProperties } from './mapi.ts';

const SIGNATURE = 0x223e9f78;
const ATTRIBUTE = {
  body: 0x0002800c,
  attachData: 0x0006800f,
  attachTitle: 0x00018010,
  attachRendering: 0x00069002,
  mapi: 0x00069003,
  attachMapi: 0x00069005,
  codePage: 0x00069007,
};
const MAPI = {
  body: 0x1000,
  html: 0x1013,
  attachData: 0x3701,
  displayName: 0x3001,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
};
const MAX_ATTRIBUTES = 2_000;

export type TnefFile = { name: string; type: string; content: Buffer; contentId: string | null };
export type TnefContent = { text: string; html: string; files: TnefFile[] };

type Draft = { title: string; data: Buffer | null; properties: Map<number, MapiValue> };

/** Is it a winmail.dat? */
export const isTnef = (bytes: Buffer): boolean => bytes.length >= 6 && bytes.readUInt32LE(0) === SIGNATURE;

/** Reads a winmail.dat as far as it goes; null when it is none. A cut file gives what lies before the cut. */
export function readTnef(bytes: Buffer): TnefContent | null {
  if (!isTnef(bytes)) return null;
  const drafts: Draft[] = [];
  let charset = 'shift_jis';
  let message = new Map<number, MapiValue>();
  let body = '';
  for (const { id, data } of attributes(bytes)) {
    const draft = drafts.at(-1);
    if (id === ATTRIBUTE.codePage && data.length >= 4) charset = charsetOf(data.readUInt32LE(0));
    else if (id === ATTRIBUTE.body) body = textOf(data, charset);
    else if (id === ATTRIBUTE.mapi) message = readMapiProperties(data, charset);
    else if (id === ATTRIBUTE.attachRendering) drafts.push({ title: '', data: null, properties: new Map() });
    else if (id === ATTRIBUTE.attachTitle && draft) draft.title = textOf(data, charset);
    else if (id === ATTRIBUTE.attachData && draft) draft.data = data;
    else if (id === ATTRIBUTE.attachMapi && draft) draft.properties = readMapiProperties(data, charset);
  }
  const html = message.get(MAPI.html);
  return {
    text: body || stringOf(message.get(MAPI.body)),
    html: Buffer.isBuffer(html) ? decodeBytes(html, charset).text : stringOf(html),
    files: drafts.map(toFile).filter((file) => file !== null),
  };
}

function* attributes(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  for (let at = 6, count = 0; at + 9 <= bytes.length && count < MAX_ATTRIBUTES; count += 1) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    yield { id, data: bytes.subarray(at + 9, Math.min(bytes.length, at + 9 + length)) };
    at += 9 + length + 2;
  }
}

function toFile({ title, data, properties }: Draft): TnefFile | null {
  const embedded = properties.get(MAPI.attachData);
  const content = data ?? (Buffer.isBuffer(embedded) ? embedded : null);
  if (!content) return null;
  const name = [MAPI.longFileName, MAPI.fileName, MAPI.displayName].map((id) => stringOf(properties.get(id))).find(Boolean) ?? title;
  return {
    name,
    type: stringOf(properties.get(MAPI.mimeTag)) || 'application/octet-stream',
    content,
    contentId: stringOf(properties.get(MAPI.contentId)) || null,
  };
}

const stringOf = (value: MapiValue | undefined): string => (typeof value === 'string' ? value : '');
const textOf = (data: Buffer, charset: string): string => decodeBytes(data, charset).text.trim();

/** Windows code pages by number. */
const charsetOf = (codePage: number): string =>
  ({ 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8', 50220: 'iso-2022-jp', 51932: 'euc-jp' })[codePage] ??
  `windows-${codePage}`;
