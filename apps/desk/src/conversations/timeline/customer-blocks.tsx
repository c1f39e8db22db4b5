import type { Block } from '@madoguchi/contract/messages.ts';
import { IconExternalLink, IconMapPin, IconMoodSmile, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { isSafeHref } from '../../ui/markdown.ts';
import css from './blocks.module.css';
import { mapUrl } from './map-url.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** A sticker as its picture; where there is none, or it cannot be had any more, as the platform's words for it. */
export function Sticker({ keywords, imageUrl }: Of<'sticker'>) {
  const t = useWords();
  const [gone, setGone] = useState(false);
  const words = keywords.slice(0, 3).join(t('list.comma'));
  if (imageUrl && isSafeHref(imageUrl) && !gone)
    return <img className={css.sticker} src={imageUrl} alt={words || t('blocks.sticker')} loading="lazy" onError={() => setGone(true)} />;
  return (
    <p className={css.card}>
      <IconMoodSmile size={18} stroke={1.6} aria-hidden />
      <span>{words ? t('blocks.sticker_words', { words }) : t('blocks.sticker')}</span>
    </p>
  );
}

/** Where the customer is: what they call it, its address, and a map beside the desk. */
export function Location({ title, address, latitude, longitude }: Of<'location'>) {
  const t = useWords();
  return (
    <div className={css.card}>
      <IconMapPin size={18} stroke={1.6} aria-hidden />
      <span className={css.cardWords}>
        <strong>{title || t('blocks.location')}</strong>
        {address && <span>{address}</span>}
        <a href={mapUrl(latitude, longitude)} target="_blank" rel="noreferrer noopener">
          {t('blocks.map')}
          <IconExternalLink size={13} stroke={1.8} aria-hidden />
        </a>
      </span>
    </div>
  );
}

/** The post in public that a message answers or mentions us in. */
export function Post({ url, author, text }: Of<'post'>) {
  const t = useWords();
  return (
    <blockquote className={css.card}>
      <IconQuote size={18} stroke={1.6} aria-hidden />
      <span className={css.cardWords}>
        <strong>{author}</strong>
        <span className={css.postText}>{text}</span>
        {isSafeHref(url) && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t('blocks.post')}
            <IconExternalLink size={13} stroke={1.8} aria-hidden />
          </a>
        )}
      </span>
    </blockquote>
  );
}
