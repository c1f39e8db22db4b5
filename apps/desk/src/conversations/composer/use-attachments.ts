import { useRef, useState } from 'react';
import { limits, uploadAttachment } from '../../app/api.ts';
import { upload } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { problemWords } from '../../app/problem-words.ts';
import type { Mode } from './draft.ts';
import { draftOf, setDraft } from './draft-store.ts';

/** A file on its way to the server, or one that did not get there. */
export type Uploading = { key: number; name: string; failure: string | null };

/** Files for a draft: each is uploaded at once and joins the draft when the server has it. */
export function useAttachments(conversationId: string, mode: Mode) {
  const t = useWords();
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const nextKey = useRef(0);

  const fail = (key: number, failure: string) => setUploading((now) => now.map((file) => (file.key === key ? { ...file, failure } : file)));
  const drop = (key: number) => setUploading((now) => now.filter((file) => file.key !== key));

  const send = async (file: File) => {
    const key = nextKey.current++;
    setUploading((now) => [...now, { key, name: file.name, failure: null }]);
    if (file.size > limits.attachmentBytes) return fail(key, t('problem.too_large'));
    try {
      const attachment = await upload(uploadAttachment, file);
      const draft = draftOf(conversationId, mode);
      setDraft(conversationId, mode, { ...draft, attachments: [...draft.attachments, attachment] });
      drop(key);
    } catch (error) {
      fail(key, problemWords(t, error));
    }
  };

  const add = (files: Iterable<File>) => {
    const room =
      limits.attachmentsPerMessage - draftOf(conversationId, mode).attachments.length - uploading.filter((file) => !file.failure).length;
    const all = [...files];
    for (const file of all.slice(0, room)) void send(file);
    for (const file of all.slice(room)) {
      const failure = t('attachment.too_many', { count: limits.attachmentsPerMessage });
      setUploading((now) => [...now, { key: nextKey.current++, name: file.name, failure }]);
    }
  };

  const remove = (id: string) => {
    const draft = draftOf(conversationId, mode);
    setDraft(conversationId, mode, { ...draft, attachments: draft.attachments.filter((file) => file.id !== id) });
  };

  return { uploading, busy: uploading.some((file) => !file.failure), add, remove, drop };
}
