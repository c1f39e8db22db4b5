// Pure: which files articles may show. The type is the content's, never the name's.
import { limits } from '@madoguchi/contract/common.ts';

/** No SVG: it may hold scripts. The extension is what the file is sent as, whatever it was called. */
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif' };

export type FileRefusal = 'empty' | 'too_large' | 'type_refused';

export function refuseArticleFile(sizeInBytes: number, detectedType: string | undefined): FileRefusal | null {
  if (sizeInBytes === 0) return 'empty';
  if (sizeInBytes > limits.attachmentBytes) return 'too_large';
  return detectedType !== undefined && detectedType in EXTENSIONS ? null : 'type_refused';
}

/** Where everybody can read it; letters of any script stay as they are, so that the Markdown of an article can be read. */
export function articleFilePath({ id, name, type }: { id: string; name: string; type: string }): string {
  const stem = name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `/help/files/${id}/${stem || 'image'}.${EXTENSIONS[type] ?? 'bin'}`;
}
