import { TagsInput, VisuallyHidden } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import { useSetTags } from '../conversations.mutations.ts';
import { tagsQuery } from '../conversations.queries.ts';
import css from './conversation-header.module.css';

/** The tags; a click opens the editor, which suggests those in use. Saved at each change. */
export function TagsField({ id, tags }: { id: string; tags: readonly string[] }) {
  const t = useWords();
  const setTags = useSetTags(id);
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...tagsQuery, enabled: opened });
  return (
    <LazyPopover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      trapFocus
      dropdown={{ p: 8 }}
      target={
        <button type="button" className={`${css.tags} ${css.addTag}`}>
          <VisuallyHidden>{t('tags.edit')} </VisuallyHidden>
          {tags.map((tag) => (
            <span key={tag} className={css.tag}>
              {tag}
            </span>
          ))}
          <IconTag size={14} stroke={1.8} aria-hidden />
          {tags.length === 0 && t('tags.add')}
        </button>
      }
    >
      <TagsInput
        data-autofocus
        value={[...tags]}
        onChange={setTags}
        data={data?.items ?? []}
        maxTags={20}
        maxLength={50}
        placeholder={t('tags.placeholder')}
        aria-label={t('tags.edit')}
        comboboxProps={{ withinPortal: false }}
        clearable={false}
      />
    </LazyPopover>
  );
}
