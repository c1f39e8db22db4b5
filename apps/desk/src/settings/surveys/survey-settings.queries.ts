import { type AllSurveySettings, getSurveySettings } from '@madoguchi/contract/surveys.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export const surveySettingsQuery = queryOptions({ queryKey: ['survey-settings'], queryFn: () => call(getSurveySettings, {}) });

/** What the server answered after a change. */
export const keepSettings = (settings: AllSurveySettings): void => void queryClient.setQueryData(surveySettingsQuery.queryKey, settings);
