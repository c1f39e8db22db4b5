import { refusal } from '../../platform/http/refusal.ts';
import type { FileReason } from './import.types.ts';

export const fileMissing = refusal('file.missing', 400);

const STATUS: Record<FileReason, number> = {
  'file.empty': 422,
  'file.too_large': 413,
  'file.too_many_rows': 422,
  'file.type_unknown': 415,
  'file.unreadable': 422,
};

export const fileRefused = (reason: FileReason, extra?: Record<string, unknown>) => refusal(reason, STATUS[reason])(extra);
