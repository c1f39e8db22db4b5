import type { Words } from '../app/locale.tsx';

/** A visitor who has not said a name yet is called so, rather than left blank. */
export const customerName = (t: Words, name: string): string => name.trim() || t('customer.nameless');
