import type { Locale } from '@madoguchi/contract/common.ts';

/** An amount as people of a language write it: ￥5,940, $19.80. A currency nobody knows keeps its letters. */
export function money(amount: string, currency: string, locale: Locale): string {
  const value = Number(amount);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value);
  } catch {
    return `${new Intl.NumberFormat(locale).format(value)} ${currency}`;
  }
}
