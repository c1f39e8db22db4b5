import { type AllSurveySettings, type SurveySettings, updateInboxSurveySettings } from '@madoguchi/contract/surveys.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { call } from '../../app/client.ts';
import { NotFound } from '../../app/not-found.tsx';
import { tell } from '../../ui/tell.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import { SurveyForm } from './survey-form.tsx';
import { keepSettings } from './survey-settings.queries.ts';
import css from './surveys-section.module.css';

/** How customers of one inbox are asked: as everywhere, or its own way, which begins as a copy. */
export function InboxSurvey({ inboxId, settings }: { inboxId: string; settings: AllSurveySettings }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery(inboxesQuery);
  const inbox = data?.items.find(({ id }) => id === inboxId);
  if (data && !inbox) return <NotFound />;
  const own = settings.inboxes.find((one) => one.inboxId === inboxId)?.settings;
  const put = async (to: SurveySettings | null) =>
    keepSettings(await call(updateInboxSurveySettings, { params: { id: inboxId }, body: { settings: to } }));
  const toggle = async (isOwn: boolean) => {
    setBusy(true);
    try {
      await put(isOwn ? settings.workspace : null);
    } catch (error) {
      tell(words(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.own}>
      <h2 className={css.ownTitle}>{inbox?.name}</h2>
      <Switch
        checked={own !== undefined}
        disabled={busy}
        onChange={(event) => void toggle(event.currentTarget.checked)}
        label={t('survey.own')}
        description={t('survey.own_text')}
      />
      {own && <SurveyForm id={`settings.surveys.${inboxId}`} stored={own} save={put} />}
    </div>
  );
}
