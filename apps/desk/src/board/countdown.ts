import type { Locale } from '@madoguchi/contract/common.ts';
import { shortDuration } from '../ui/time.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

const two = (value: number) => String(value).padStart(2, '0');

/** A span to the second while it is under an hour (4:05), then in whole hours or days. Never below zero. */
export function countdown(milliseconds: number, locale: Locale): string {
  const span = Math.max(0, milliseconds);
  if (span >= HOUR_MS) return shortDuration(span, locale);
  const seconds = Math.floor(span / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
