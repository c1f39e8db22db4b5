import type { Attachment } from '@madoguchi/contract/common.ts';
import { sizeText } from '../state/files.ts';
import { safeHref } from '../text/linkify.ts';
import { Icon } from './icons.tsx';
import { Out } from './out.tsx';
import type { Screen } from './screen.ts';

/** An image as a small picture, another file by name. */
export function AttachedFile({ name, type, url, sizeInBytes, state, set, origin, t }: Screen & Attachment) {
  const href = safeHref(url, origin) ?? origin;
  // An address may have run out, or the page may forbid it: then the name stands in for the picture until there is a fresh one.
  const isPicture = type.startsWith('image/') && !state.broken.includes(url);
  return (
    <Out class={isPicture ? 'box picture' : 'box file'} href={href} title={t('new_tab')}>
      {isPicture ? (
        <img src={href} alt={name} loading="lazy" onError={() => set({ broken: [...state.broken, url] })} />
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
