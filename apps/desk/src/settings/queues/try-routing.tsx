import { type Candidate, type Reason, tryRouting } from '@madoguchi/contract/routing.ts';
import { Button, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import css from './queues.module.css';
import { useWhyWords } from './use-why-words.ts';

/** An example is told where it would go, and who would get it now: nothing is changed. */
export function TryRouting() {
  const t = useAdminWords();
  const problem = useProblemWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: tags } = useQuery(tagsQuery);
  const [example, setExample] = useState({
    inboxId: '',
    subject: '',
    page: '',
    tags: [] as string[],
    language: 'ja' as 'ja' | 'en',
    difficulty: 'easy' as 'easy' | 'hard',
  });
  const set = (patch: Partial<typeof example>) => setExample((now) => ({ ...now, ...patch }));
  const inboxId = example.inboxId || inboxes?.items[0]?.id;
  const trying = useMutation({ mutationFn: (id: string) => call(tryRouting, { body: { ...example, inboxId: id, attributes: [] } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (inboxId) trying.mutate(inboxId);
  };
  return (
    <Section title={t('try.title')} text={t('try.text')}>
      <form onSubmit={submit} className={css.grid}>
        <Select
          label={t('try.inbox')}
          allowDeselect={false}
          data={inboxes?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={inboxId ?? null}
          onChange={(value) => set({ inboxId: value ?? '' })}
        />
        <TextInput
          label={t('try.subject')}
          maxLength={200}
          value={example.subject}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
        <TagsInput
          label={t('try.tags')}
          data={tags?.items ?? []}
          maxTags={20}
          value={example.tags}
          onChange={(value) => set({ tags: value })}
          acceptValueOnBlur
        />
        <TextInput
          label={t('try.page')}
          maxLength={2000}
          value={example.page}
          onChange={(event) => set({ page: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={t('queues.languages')}
          value={example.language}
          onChange={(value) => set({ language: value as 'ja' | 'en' })}
          data={(['ja', 'en'] as const).map((value) => ({ value, label: t(`queues.language.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t('queues.difficulty')}
          value={example.difficulty}
          onChange={(value) => set({ difficulty: value as 'easy' | 'hard' })}
          data={(['easy', 'hard'] as const).map((value) => ({ value, label: t(`queues.difficulty.${value}`) }))}
        />
        <div className={css.wide}>
          <Button type="submit" variant="default" loading={trying.isPending} disabled={!inboxId}>
            {t('try.run')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {trying.error && <p className={css.hint}>{problem(trying.error)}</p>}
        {trying.data && (
          <div className={css.result}>
            <p className={css.verdict}>
              <strong>{t('try.into', { queue: trying.data.queueName })}</strong>
              <br />
              <small>
                <Because reasons={trying.data.because} />
              </small>
            </p>
            {trying.data.mode === 'manual' ? <p className={css.hint}>{t('try.picked')}</p> : <People candidates={trying.data.candidates} />}
          </div>
        )}
      </div>
    </Section>
  );
}

function Because({ reasons }: { reasons: readonly Reason[] }) {
  const t = useAdminWords();
  const { because } = useWhyWords();
  const words = reasons.map(because).filter(Boolean).join(t('rule.and'));
  return words === '' ? null : `${t('try.because')}: ${words}`;
}

function People({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useAdminWords();
  const { why } = useWhyWords();
  return (
    <>
      {!candidates.some(({ eligible }) => eligible) && <p className={css.verdict}>{t('try.nobody')}</p>}
      <ul className={css.people}>
        {candidates.map(({ agentId, name, eligible, reasons }, index) => (
          <li key={agentId} data-out={eligible ? undefined : ''}>
            <Avatar name={name} id={agentId} size={24} />
            <span>{name}</span>
            {eligible && index === 0 && <span className={css.first}>{t('try.would')}</span>}
            <span className={css.why}>{reasons.map(why).filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
