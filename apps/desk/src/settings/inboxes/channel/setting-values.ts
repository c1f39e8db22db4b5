import type { Field, InboxSettings, SettingValues } from '@madoguchi/contract/channels.ts';
import { emailFault, type Fault, type Faults, faults, textFault } from '../../../admin/faults.ts';

/** The form, by the fields' names. A secret: '' leaves the kept one, null removes it. A number as its field holds it. */
export type SettingForm = Record<string, string | number | boolean | null>;

const emptyOf = (field: Field) => field.default ?? (field.kind === 'boolean' ? false : '');

/** The form of what is stored, or of nothing yet. Secrets are never read, so their fields begin empty. */
export const formOf = (fields: readonly Field[], stored: InboxSettings | null): SettingForm =>
  Object.fromEntries(fields.map((field) => [field.name, field.kind === 'secret' ? '' : (stored?.values[field.name] ?? emptyOf(field))]));

/** Secrets must not outlive the page they were typed on. */
export const withoutSecrets = (fields: readonly Field[], values: SettingForm): SettingForm => ({
  ...values,
  ...Object.fromEntries(fields.filter(({ kind }) => kind === 'secret').map(({ name }) => [name, ''])),
});

/** Whether a field counts now: it may hang on another one. */
export function isAsked({ when, alsoWhen }: Field, values: SettingForm): boolean {
  return [when, alsoWhen].every((one) => !one || one.is.some((wanted) => wanted === values[one.field]));
}

/** What the server is told: fields that count, secrets only where they change. */
export function bodyOf(fields: readonly Field[], values: SettingForm): SettingValues {
  const told: SettingValues = {};
  for (const field of fields) {
    const value = values[field.name];
    if (!isAsked(field, values)) continue;
    if (value === null) told[field.name] = '';
    else if (value !== undefined && value !== '') told[field.name] = typeof value === 'string' ? value.trim() : value;
  }
  return told;
}

const LONGEST: Partial<Record<Field['kind'], number>> = { secret: 10_000, url: 2000, long_text: 20_000, host: 253 };

function numberFault({ min, max, required }: Field, value: SettingForm[string]): Fault | undefined {
  if (value === '') return required ? { word: 'fault.required' } : undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return { word: 'fault.setting_invalid' };
  if (min !== undefined && number < min) return { word: 'fault.at_least', values: { min } };
  return max !== undefined && number > max ? { word: 'fault.at_most', values: { max } } : undefined;
}

function faultOf(field: Field, value: SettingForm[string], isKept: boolean): Fault | undefined {
  if (field.kind === 'boolean' || value === null || value === undefined) return undefined;
  if (field.kind === 'number') return numberFault(field, value);
  const text = String(value).trim();
  if (text === '') return field.required && !isKept ? { word: 'fault.required' } : undefined;
  if (field.kind === 'email') return emailFault(text);
  if (field.kind === 'url' && !(/^https?:\/\/\S+$/.test(text) && URL.canParse(text))) return { word: 'fault.setting_url' };
  if (field.kind === 'host' && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[[0-9a-f:]+\]$/i.test(text)) return { word: 'fault.setting_host' };
  return textFault(text, LONGEST[field.kind] ?? 500);
}

/** Enough to catch slips of the pen; the server decides. `secretsSet`: those that are kept already need not be typed again. */
export const settingFaults = (fields: readonly Field[], values: SettingForm, secretsSet: readonly string[]): Faults =>
  faults(
    Object.fromEntries(
      fields
        .filter((field) => isAsked(field, values))
        .map((field) => [field.name, faultOf(field, values[field.name] ?? '', secretsSet.includes(field.name))]),
    ),
  );
