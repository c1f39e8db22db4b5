import { updateSurveySettings } from '@madoguchi/contract/surveys.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { Loaded } from '../loaded.tsx';
import { InboxList } from './inbox-list.tsx';
import { InboxSurvey } from './inbox-survey.tsx';
import { SurveyForm } from './survey-form.tsx';
import { keepSettings, surveySettingsQuery } from './survey-settings.queries.ts';

/** How customers are asked: everywhere, and below it the inboxes with a way of their own. `rest`: one of them. */
export function SurveysSection({ rest }: { rest: string | null }) {
  const query = useQuery(surveySettingsQuery);
  return (
    <Loaded query={query} height={520}>
      {(settings) =>
        rest ? (
          <InboxSurvey key={rest} inboxId={rest} settings={settings} />
        ) : (
          <SurveyForm
            id="settings.surveys"
            stored={settings.workspace}
            save={async (body) => keepSettings(await call(updateSurveySettings, { body }))}
            below={<InboxList settings={settings} />}
          />
        )
      }
    </Loaded>
  );
}
