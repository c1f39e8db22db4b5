import type { Locale } from '@madoguchi/contract/common.ts';
import type { Address } from '@madoguchi/contract/customers.ts';

/** An address as it stands on a letter; empty when nothing is known. */
export function addressLines({ postalCode, prefecture, city, street, building }: Address, locale: Locale): string {
  const code = postalCode && (/^\d{3}-\d{4}$/.test(postalCode) && locale === 'ja' ? `〒${postalCode}` : postalCode);
  return [code, `${prefecture}${city}${street}`, building].filter(Boolean).join('\n');
}
