import type { Problem } from '@madoguchi/contract/common.ts';
import type { Values } from '@madoguchi/words/words.ts';
import type { AdminKey } from './admin-words.ts';

/** What is wrong with one field: a key, so that the words follow the language on screen. */
export type Fault = { word: AdminKey; values?: Values };

/** Path of the field (`name`, `greeting.ja`) → what is wrong with it. */
export type Faults = Readonly<Record<string, Fault>>;

/** Problem codes that blame one field, e.g. an address that is already taken. `tells`: the member of the problem that the words repeat. */
export type Refusals = Readonly<Record<string, { path: string; word: AdminKey; tells?: string }>>;

export const noFaults: Faults = {};

/** Servers say where in different spellings (`body.name`, `/body/name`, `name`); fields know only `name`. */
export const fieldOf = (path: string) =>
  path
    .replaceAll('/', '.')
    .replace(/^\.+/, '')
    .replace(/^body\.?/, '');

const byMessage: Record<string, AdminKey> = { 'text.malformed': 'fault.malformed' };

/** What a channel finds wrong with a setting (`settings.invalid`, member `fields`: name → code). */
const bySetting: Record<string, AdminKey> = {
  required: 'fault.required',
  invalid: 'fault.setting_invalid',
  too_long: 'fault.setting_too_long',
  too_small: 'fault.setting_too_small',
  too_large: 'fault.setting_too_large',
};

const settingFaultsOf = (fields: unknown): Faults =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, code]) => [name, { word: bySetting[String(code)] ?? 'fault.refused' }]));

/** Which fields a refusal is about; empty when it is about none of them. */
export function faultsOf(problem: Problem, refusals: Refusals = {}): Faults {
  const refusal = refusals[problem.code];
  if (refusal) {
    const { path, word, tells } = refusal;
    return { [path]: tells ? { word, values: { [tells]: String(problem[tells] ?? '') } } : { word } };
  }
  if (problem.code === 'settings.invalid') return settingFaultsOf(problem.fields);
  if (problem.code !== 'request.invalid') return noFaults;
  return Object.fromEntries(
    (problem.errors ?? []).map(({ path, message }) => [fieldOf(path), { word: byMessage[message] ?? 'fault.refused' }]),
  );
}

/** The fault of a field or of anything inside it (`examples` for `examples.3`). */
export function faultAt(faults: Faults, path: string): Fault | undefined {
  const inside = Object.keys(faults).find((key) => key === path || key.startsWith(`${path}.`));
  return inside === undefined ? undefined : faults[inside];
}

/** A required text of at most `max` characters. */
export function textFault(text: string, max: number, required: AdminKey | null = 'fault.required'): Fault | undefined {
  if (required && !text.trim()) return { word: required };
  if (text.length > max)
    return { word: 'fault.too_long', values: { max: max.toLocaleString(), over: (text.length - max).toLocaleString() } };
  if (!text.isWellFormed() || text.includes('\u0000')) return { word: 'fault.malformed' };
  return undefined;
}

/** Leaves out the fields that are fine. */
export const faults = (all: Record<string, Fault | undefined>): Faults =>
  Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Fault] => entry[1] !== undefined));

/** Enough of a check to catch slips of the pen; the server decides. */
export const emailFault = (email: string): Fault | undefined =>
  textFault(email, 254) ?? (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : { word: 'fault.email' });
