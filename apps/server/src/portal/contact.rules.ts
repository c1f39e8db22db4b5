// What a contact form must hold before it is taken.
import { randomUUID } from 'node:crypto';
import type { FormFault, FormField } from '../../../portal/src/models.ts';

export type FormValues = Record<FormField, string>;

const LIMITS: Record<FormField, number> = { name: 100, email: 254, subject: 200, text: 20_000 };
const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/;

/** The fields as typed, nothing trimmed away, missing ones empty. */
export const valuesOf = (body: Readonly<Record<string, unknown>> | undefined): FormValues => {
  const text = (field: FormField) => String(body?.[field] ?? '').toWellFormed();
  return { name: text('name'), email: text('email'), subject: text('subject'), text: text('text').replaceAll('\r\n', '\n') };
};

/** The page's own id for what it sends, so that a second press is the same inquiry; a fresh one when there is none to go by. */
export const externalIdOf = (body: Readonly<Record<string, unknown>> | undefined): string => {
  const given = String(body?.externalId ?? '');
  return /^[\w-]{8,100}$/.test(given) ? given : randomUUID();
};

/** Why fields cannot be taken; empty when all can. */
export function faultsOf(values: FormValues): Partial<Record<FormField, FormFault>> {
  const faults: Partial<Record<FormField, FormFault>> = {};
  for (const field of Object.keys(LIMITS) as FormField[]) {
    const value = values[field];
    if (value.trim() === '') faults[field] = 'missing';
    else if (value.length > LIMITS[field]) faults[field] = 'too_long';
    else if (value.includes('\u0000')) faults[field] = 'malformed';
  }
  if (!faults.email && !EMAIL.test(values.email.normalize('NFKC').trim())) faults.email = 'malformed';
  return faults;
}
