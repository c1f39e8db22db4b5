import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconEqual, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useListKeys } from '../../admin/list-keys.ts';
import { useCan } from '../../app/me.ts';
import type { Action } from '../../keys/actions.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { synonymsQuery } from '../knowledge.queries.ts';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import { Proposals } from './proposals.tsx';
import css from './synonyms.module.css';
import { SynonymsDialog } from './synonyms-dialog.tsx';
import { SynonymsRow } from './synonyms-row.tsx';

const placeholders = ['a', 'b', 'c', 'd'];

/** The company's own words that mean the same, last changed first. Everybody may read them; changing them needs the permission. */
export function SynonymsPage() {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const { data, error, refetch } = useQuery(synonymsQuery);
  const [open, setOpen] = useState<SynonymGroup | 'new' | null>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const write = () => setOpen('new');
  const acts: Action[] = [
    { id: 'synonyms.new', word: 'key.new_synonyms', group: 'place.knowledge', icon: IconPlus, keys: 'n', run: write },
  ];
  useListKeys({ list: listRef, more: mayWrite ? acts : [] });
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={write}>
      {t('synonyms.new')}
    </Button>
  );
  const items = data?.items ?? [];
  const waiting = !data && !error;
  return (
    <KnowledgeFrame tab="synonyms" actions={items.length > 0 && add}>
      <p className={`${css.intro} prose`}>{t('synonyms.intro')}</p>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {mayWrite && <Proposals />}
      {data && items.length === 0 && (
        <Empty icon={IconEqual} title={t('synonyms.none')} text={t('synonyms.none_text')}>
          {add}
        </Empty>
      )}
      <ul ref={listRef} className={css.list} aria-busy={waiting}>
        {waiting &&
          placeholders.map((key) => (
            <li key={key} className={css.waiting}>
              <Skeleton height={24} />
            </li>
          ))}
        {items.map((group) => (
          <SynonymsRow key={group.id} group={group} mayWrite={mayWrite} onEdit={() => setOpen(group)} />
        ))}
      </ul>
      {open && <SynonymsDialog group={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </KnowledgeFrame>
  );
}
