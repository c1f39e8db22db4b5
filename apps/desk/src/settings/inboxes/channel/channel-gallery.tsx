import type { ChannelKind } from '@madoguchi/contract/channels.ts';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { lookOf } from '../../../channels/channels.ts';
import css from '../new-inbox-dialog.module.css';
import { type Card, galleryOf } from './gallery.ts';

/** Every way by which customers can write, to choose one from. */
export function ChannelGallery({ kinds, onChoose }: { kinds: readonly ChannelKind[]; onChoose: (kind: ChannelKind) => void }) {
  const t = useAdminWords();
  const words = useChannelWords();
  const [query, setQuery] = useState('');
  if (!words.ready) return null;
  const groups = galleryOf(
    kinds.map((kind) => ({ kind, name: words.name(kind.name), text: words.text(kind.name) ?? '' })),
    query,
  );
  return (
    <div className={css.gallery}>
      <p className={css.lead}>{t('inbox.choose_channel')}</p>
      <TextInput
        data-autofocus
        type="search"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {groups.map(({ group, cards }) => (
        <section key={group}>
          <h3 className={css.group}>{t(`inbox.group.${group}`)}</h3>
          <ul className={css.cards}>
            {cards.map((card) => (
              <li key={card.kind.name}>
                <CardButton {...card} onChoose={() => onChoose(card.kind)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className={css.none}>{t('inbox.search_none')}</p>}
    </div>
  );
}

function CardButton({ kind, name, text, onChoose }: Card & { onChoose: () => void }) {
  const { icon: Icon } = lookOf(kind.name);
  return (
    <button type="button" className={css.card} data-small onClick={onChoose}>
      <span className={css.icon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <span className={css.name}>{name}</span>
      <span className={css.text}>{text}</span>
    </button>
  );
}
