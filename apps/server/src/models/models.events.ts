import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. `changed` names the settings, not their values. */
export const modelSettingsChanged = fact('model_settings.changed', 1)<{ changed: string[]; enabled: boolean }>();
