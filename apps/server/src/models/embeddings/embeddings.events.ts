import { fact } from '../../platform/event-log/fact.ts';

/** `changed` names the settings, not their values. */
export const embeddingSettingsChanged = fact('embedding_settings.changed', 1)<{ changed: string[]; enabled: boolean }>();
