import { ProblemError } from '@madoguchi/client/client.ts';
import { limits } from '@madoguchi/contract/common.ts';
import { uploadArticleFile } from '@madoguchi/contract/knowledge.ts';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useProblemWords } from '../../../admin/problem.ts';
import { upload } from '../../../app/client.ts';

/** An image on its way to the server. */
export type ImageUpload = { busy: string | null; failure: string | null; send: (file: File) => Promise<string | null>; forget: () => void };

/** Sends images; `send` gives the address once the server has it, or null and says why not. */
export function useImageUpload(): ImageUpload {
  const t = useAdminWords();
  const problem = useProblemWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const words = (error: unknown, name: string) => {
    if (error instanceof ProblemError && error.code === 'attachment.type_refused') return t('image.refused_type', { name });
    if (error instanceof ProblemError && error.code === 'request.too_large') return t('image.refused_size', { name });
    return problem(error);
  };
  const send = async (file: File) => {
    setFailure(null);
    if (file.size > limits.attachmentBytes) {
      setFailure(t('image.refused_size', { name: file.name }));
      return null;
    }
    setBusy(file.name);
    try {
      return (await upload(uploadArticleFile, file)).url;
    } catch (error) {
      setFailure(words(error, file.name));
      return null;
    } finally {
      setBusy(null);
    }
  };
  return { busy, failure, send, forget: () => setFailure(null) };
}
