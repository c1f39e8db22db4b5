// Pure: the words that tell a customer that their mail arrived.
import { wordsFor } from '../../platform/words.ts';

export type Acknowledged = { number: number; name: string; shop: string; locale: 'ja' | 'en' };

/** The company's own words, or ours where it has none, with the values put in: {number}, {name}, {shop}. */
export function acknowledgementOf(template: string, { number, name, shop, locale }: Acknowledged): string {
  const say = wordsFor(locale);
  const words = template.trim() || say('acknowledgement.text', { number: '{number}', name: '{name}', shop: '{shop}' });
  const nobody = say('acknowledgement.nameless');
  return (
    words
      // "{name} 様" for somebody without a name is お客様, not お客様様.
      .replace(/\{name\}([ \u3000]?様)?/g, (_all, honorific = '') => (name ? `${name}${honorific}` : nobody))
      .replaceAll('{number}', `#${number}`)
      .replaceAll('{shop}', shop)
  );
}
