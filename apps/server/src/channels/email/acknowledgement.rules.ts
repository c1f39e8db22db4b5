// Pure: the words that tell a customer that their mail arrived.
import { fillVariables } from '../../canned-responses/variables.rules.ts';
import { wordsFor } from '../../platform/words.ts';

type Acknowledged = { number: number; name: string; shop: string; workspace: string; locale: 'ja' | 'en' };

/**
 * The company's own words, or ours where it has none, with the values put in: the variables of canned responses, and the older {number}, {name}
 * and {shop}.
 */
export function acknowledgementOf(template: string, said: Acknowledged): string {
  const say = wordsFor(said.locale);
  return filled(template.trim() || say('acknowledgement.text', { number: '{number}', name: '{name}', shop: '{shop}' }), said);
}

/** The same for its subject: one line. */
export const subjectOfAcknowledgement = (template: string, said: Acknowledged): string =>
  filled(template, said).replace(/\s+/g, ' ').trim().slice(0, 200);

function filled(words: string, { number, name, shop, workspace, locale }: Acknowledged): string {
  const nobody = wordsFor(locale)('acknowledgement.nameless');
  const withName = words
    // "{name} 様" for somebody without a name is お客様, not お客様様.
    .replace(/(?:\{name\}|\{\{\s*customer\.name\s*\}\})([ \u3000]?様)?/g, (_all, honorific = '') => (name ? `${name}${honorific}` : nobody))
    .replaceAll('{number}', `#${number}`)
    .replaceAll('{shop}', shop);
  return fillVariables(withName, { 'conversation.number': String(number), 'workspace.name': workspace });
}
