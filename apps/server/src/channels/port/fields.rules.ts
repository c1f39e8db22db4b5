// Pure: an inbox's settings against its channel's fields.
import type { Field, SettingValues } from '@madoguchi/contract/channels.ts';

export type FieldFault = 'required' | 'invalid' | 'too_long' | 'too_small' | 'too_large' | 'unknown';

const LONGEST = { text: 500, secret: 10_000, email: 254, host: 253, url: 2000, choice: 100, long_text: 20_000, folders: 20_000 } as const;

/** Whether a field counts with these values: it may hang on another one. */
export function isAsked(field: Field, values: SettingValues): boolean {
  return [field.when, field.alsoWhen].every((when) => !when || when.is.some((wanted) => wanted === values[when.field]));
}

function faultOf(field: Field, value: string | number | boolean): FieldFault | null {
  if (field.kind === 'boolean') return typeof value === 'boolean' ? null : 'invalid';
  if (field.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'invalid';
    if (field.min !== undefined && value < field.min) return 'too_small';
    return field.max !== undefined && value > field.max ? 'too_large' : null;
  }
  if (typeof value !== 'string') return 'invalid';
  if (value.length > LONGEST[field.kind]) return 'too_long';
  if (field.kind === 'choice') return field.choices?.includes(value) ? null : 'invalid';
  if (field.kind === 'email') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(value) ? null : 'invalid';
  if (field.kind === 'host') return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[[0-9a-f:]+\]$/i.test(value) ? null : 'invalid';
  if (field.kind === 'url') return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? null : 'invalid';
  return null;
}

const isEmpty = (value: unknown): boolean => value === undefined || (typeof value === 'string' && value.trim() === '');

/** Values with the defaults put in, and what is wrong with them, by field. Values nobody asks for are faults, too. */
export function checkFields(fields: readonly Field[], given: SettingValues): { values: SettingValues; faults: Record<string, FieldFault> } {
  const faults: Record<string, FieldFault> = {};
  const values: SettingValues = {};
  for (const field of fields) {
    const value = given[field.name];
    if (!isEmpty(value)) values[field.name] = typeof value === 'string' && field.kind !== 'long_text' ? value.trim() : value!;
    else if (field.default !== undefined) values[field.name] = field.default;
  }
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined) {
      if (field.required && isAsked(field, values)) faults[field.name] = 'required';
      continue;
    }
    const fault = faultOf(field, value);
    if (fault) faults[field.name] = fault;
  }
  for (const name of Object.keys(given)) if (!fields.some((field) => field.name === name)) faults[name] = 'unknown';
  return { values, faults };
}

/** The part that is kept readable, and the part that is kept sealed. */
export function partSecrets(fields: readonly Field[], values: SettingValues): { open: SettingValues; secret: Record<string, string> } {
  const isSecret = (name: string) => fields.some((field) => field.name === name && field.kind === 'secret');
  const entries = Object.entries(values);
  return {
    open: Object.fromEntries(entries.filter(([name]) => !isSecret(name))),
    secret: Object.fromEntries(entries.filter(([name]) => isSecret(name)).map(([name, value]) => [name, String(value)])),
  };
}
