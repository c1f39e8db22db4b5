import type { Attachment } from '@madoguchi/contract/common.ts';
import type { Api } from './api.ts';

/** What came of a file: the attachment, or null when it was not taken. `status` 0: no answer came. */
type Uploaded = { status: number; attachment: Attachment | null };

/** Sends one file; `onProgress` is told the share sent (0–1). fetch cannot tell it, hence XMLHttpRequest. */
export function upload(api: Api, file: File, onProgress: (share: number) => void): { answer: Promise<Uploaded>; abort: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Uploaded>((resolve) => {
    request.open('POST', api.address('/attachments'));
    for (const [name, value] of Object.entries(api.headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.responseType = 'json';
    request.onloadend = () => resolve({ status: request.status, attachment: request.status === 201 ? request.response : null });
    const form = new FormData();
    form.append('file', file, file.name.toWellFormed());
    request.send(form);
  });
  return { answer, abort: () => request.abort() };
}
