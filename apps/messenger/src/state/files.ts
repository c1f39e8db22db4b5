import type { limits } from '@madoguchi/contract/common.ts';
import type { Words } from '../words.ts';

/** As in the contract, whose validators must not be loaded here; the types keep both equal. */
export const attachmentsPerMessage: typeof limits.attachmentsPerMessage = 5;
/** Before the server told its own. */
export const messageCharacters: typeof limits.messageCharacters = 20_000;

type Limits = { attachmentBytes: number; attachmentTypes: string[] };
type Chosen = { name: string; type: string; size: number };

/** Why a file cannot be attached, in words; empty when it can. `already`: how many are attached. */
export function refusal(file: Chosen, already: number, limits: Limits, t: Words): string {
  const { name } = file;
  if (already >= attachmentsPerMessage) return t('file_count', { count: attachmentsPerMessage });
  if (!limits.attachmentTypes.includes(file.type)) return wrongType(name, limits, t);
  if (file.size === 0) return t('file_empty', { name });
  if (file.size > limits.attachmentBytes) return t('file_size', { name, size: sizeText(limits.attachmentBytes) });
  return '';
}

/** That a file is not of a kind that can be attached, and which kinds can. */
export const wrongType = (name: string, { attachmentTypes }: Limits, t: Words) =>
  t('file_type', { name, types: typeNames(attachmentTypes, t) });

/** 画像・PDF: what may be attached, as people say it. */
export function typeNames(types: string[], t: Words): string {
  const names = types.map((type) => (type.startsWith('image/') ? t('images') : (type.split('/')[1] ?? type).toUpperCase()));
  return [...new Set(names)].join(t('types_and'));
}

/** What may be attached, for sentences that say it. */
export const limitWords = ({ attachmentTypes, attachmentBytes }: Limits, t: Words) => ({
  types: typeNames(attachmentTypes, t),
  size: sizeText(attachmentBytes),
});

/** Bytes as KB or MB (of 1024), with a decimal only below ten. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${value < 10 ? Math.max(0.1, Math.round(value * 10) / 10) : Math.round(value)} ${unit}`;
}
