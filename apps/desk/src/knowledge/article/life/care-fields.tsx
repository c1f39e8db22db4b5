import { careForArticle, markArticleChecked } from '@madoguchi/contract/article-life.ts';
import { type Article, checkIntervals } from '@madoguchi/contract/knowledge.ts';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { agentsQuery } from '../../../conversations/conversations.queries.ts';
import { tell } from '../../../ui/tell.tsx';
import { fullDate } from '../../../ui/time.ts';
import { useReader } from '../../../ui/use-now.ts';
import { useArticleChange } from '../../use-article-change.ts';
import css from './settings-drawer.module.css';

type Care = Pick<Article, 'ownerAgentId' | 'checkEveryDays'>;

/** Who looks after an article, and how often it is checked to be still true; at once. */
export function CareFields({ article }: { article: Article }) {
  const t = useAdminWords();
  const reader = useReader();
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const change = useArticleChange();
  const { id, ownerAgentId, checkEveryDays, checkDueAt } = article;
  const set = (patch: Partial<Care>) =>
    change.mutate(() => call(careForArticle, { params: { id }, body: { ownerAgentId, checkEveryDays, ...patch } }));
  const checked = () =>
    change.mutate(() => call(markArticleChecked, { params: { id } }), {
      onSuccess: () => tell(t('life.told_checked', { days: checkEveryDays ?? 0 })),
    });
  const owners = agents.filter((agent) => agent.active || agent.id === ownerAgentId);
  return (
    <fieldset className={css.part}>
      <legend>{t('life.care')}</legend>
      <Select
        label={t('life.owner')}
        placeholder={t('life.nobody')}
        clearable
        searchable
        data={owners.map(({ id: value, name }) => ({ value, label: name }))}
        value={ownerAgentId}
        onChange={(value) => set({ ownerAgentId: value })}
      />
      <Select
        label={t('life.check_every')}
        placeholder={t('life.never')}
        clearable
        data={checkIntervals.map((days) => ({ value: String(days), label: t(`life.every_${days}`) }))}
        value={checkEveryDays === null ? null : String(checkEveryDays)}
        onChange={(value) => set({ checkEveryDays: checkIntervals.find((days) => String(days) === value) ?? null })}
      />
      {checkDueAt && (
        <div className={css.foot}>
          <span className={css.due}>{t('life.next_check', { at: fullDate(checkDueAt, reader) })}</span>
          <Button variant="default" loading={change.isPending} onClick={checked}>
            {t('life.checked')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
