/** A catalogue is flat: key → text with {name} placeholders. `key_one` may stand beside `key` for a count of exactly 1 (English). */
type Catalogue = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/**
 * Makes the `t` of one app from its two catalogues. Keys are typed from the Japanese one; the words check keeps both equal.
 * An unknown locale reads as Japanese. `count` in the values chooses `key_one` where it exists.
 */
export function makeWords<C extends Catalogue>(ja: C, en: Record<keyof C, string>, locale: string) {
  const catalogue: Catalogue = locale.startsWith('en') ? en : ja;
  return function t(key: Exclude<keyof C & string, `${string}_one`>, values?: Values): string {
    const one = values?.count === 1 ? catalogue[`${key}_one`] : undefined;
    const text = one ?? catalogue[key] ?? key;
    return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
  };
}
