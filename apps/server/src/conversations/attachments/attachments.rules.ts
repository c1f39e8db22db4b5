// Pure: what may be sent as a file. The type is the content's, never the name's.
import { limits } from '@madoguchi/contract/common.ts';

export const ATTACHMENT_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'] as const;

export type UploadRefusal = 'attachment.empty' | 'request.too_large' | 'attachment.type_refused';

export function refuseUpload(sizeInBytes: number, detectedType: string | undefined): UploadRefusal | null {
  if (sizeInBytes === 0) return 'attachment.empty';
  if (sizeInBytes > limits.attachmentBytes) return 'request.too_large';
  return ATTACHMENT_TYPES.some((type) => type === detectedType) ? null : 'attachment.type_refused';
}
