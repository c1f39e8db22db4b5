// Pure: how a file of ours goes out. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types
import { ChannelError } from '../../port/channel-error.ts';
import type { OutboundFile } from '../../port/port.types.ts';
import type { Part } from './bodies.rules.ts';

/** The file, and under which word of the body its id is to stand. */
export type UploadOf = { file: OutboundFile; under: Kind };
type Kind = 'image' | 'video' | 'audio' | 'document';

const MEGABYTE = 1024 * 1024;
const DOCUMENT_LIMIT = 100 * MEGABYTE;

/** What WhatsApp shows as it is, and up to which size; everything else is a document. */
const SHOWN: readonly { kind: Kind; types: RegExp; limit: number }[] = [
  { kind: 'image', types: /^image\/(jpeg|png)$/, limit: 5 * MEGABYTE },
  { kind: 'video', types: /^video\/(mp4|3gpp)$/, limit: 16 * MEGABYTE },
  { kind: 'audio', types: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, limit: 16 * MEGABYTE },
];

const OFFICE = /^application\/(msword|vnd\.(ms-(excel|powerpoint)|openxmlformats-officedocument\.[\w.]+))$/;
/** Kinds of files that can be handed over; a document of another kind can only be fetched. */
const isTaken = (type: string): boolean =>
  type === 'text/plain' || type === 'application/pdf' || OFFICE.test(type) || SHOWN.some(({ types }) => types.test(type));

/** @throws ChannelError `unsupported` · `too_large` */
export function filePart(file: OutboundFile): Part {
  const { name, type, sizeInBytes, url } = file;
  if (sizeInBytes > DOCUMENT_LIMIT) throw new ChannelError('too_large', { detail: name });
  const shown = SHOWN.find(({ types, limit }) => types.test(type) && sizeInBytes <= limit);
  const under = shown?.kind ?? 'document';
  const named = shown ? {} : { filename: name };
  if (isTaken(type)) return { body: { type: under, [under]: named }, upload: { file, under } };
  if (!url?.startsWith('https://')) throw new ChannelError('unsupported', { detail: `${name}: ${type}, and no public https address` });
  return { body: { type: under, [under]: { ...named, link: url } } };
}
