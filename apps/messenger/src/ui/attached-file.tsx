import type { Attachment } from '@madoguchi/contract/common.ts';
import { sizeText } from '../state/files.ts';
import { safeHref } from '../text/linkify.ts';
import { Icon } from './icons.tsx';
import { Out } from './out.tsx';
import type { Screen } from './screen.ts';

/** An image as a small picture, another file by name. */
export function AttachedFile({ id, name, type, url, sizeInBytes, state, set, chat, origin, t }: Screen & Attachment) {
  const href = safeHref(url, origin) ?? origin;
  // The address runs out after a while: a fresh one is asked for once, after that the name stands in for the picture.
  const tries = state.broken.filter((one) => one.startsWith(id)).length;
  const isPicture = type.startsWith('image/') && tries < 2;
  function onError() {
    set({ broken: [...state.broken, id + url] });
    if (!tries) chat.refresh();
  }
  return (
    <Out class={isPicture ? 'box picture' : 'box file'} href={href} title={t('new_tab')}>
      {isPicture ? (
        <img src={href} alt={name} loading="lazy" onError={onError} />
      ) : (
        <>
          <Icon name="file" />
          <span class="clip">{name}</span>
          <span class="fine">{sizeText(sizeInBytes)}</span>
        </>
      )}
    </Out>
  );
}
