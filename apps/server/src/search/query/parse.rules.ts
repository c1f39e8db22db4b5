// Pure: what somebody typed into the box, taken apart. Never refuses: what makes no sense is searched for as it stands, or not at all.
import { cutText, foldText } from '../../platform/text/fold.ts';
import { splitScripts } from '../../platform/text/scripts.ts';
import { normaliseOrder } from '../terms/orders.rules.ts';
import { phoneOfQuery } from '../terms/phones.rules.ts';

/** `words`: in any form · `exact`: as written · `number`: of an order or conversation · `phone`: `text` is the full number. All folded. */
export type Term = { kind: 'words' | 'exact' | 'number' | 'phone'; text: string; isUnwanted: boolean };

export const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const PART = /(?<unwanted>-)?(?:"(?<quoted>[^"]*)"?|[「『](?<bracketed>[^」』]*)[」』]?|(?<bare>[^\s"「『]+))/gu;
const NUMBER = /^#?(?=(?:[^\d]*\d){2})[a-z]{0,6}[-_]?\d[\da-z]*(?:[-_][\da-z]+)*$/;
const ONE_HIRAGANA = /^[\u3041-\u309f]$/;

/** `急須 "届かない" -返品 #1042 090-1234-5678` → its terms, at most eight. A text of which nothing can be searched for has none. */
export function parseQuery(q: string): Term[] {
  const folded = foldText(cutText(q, LONGEST_QUERY));
  const phone = phoneOfQuery(folded);
  if (phone) return [{ kind: 'phone', text: phone, isUnwanted: false }];
  const terms: Term[] = [];
  for (const { groups = {} } of folded.matchAll(PART)) {
    const isUnwanted = groups.unwanted !== undefined;
    const quoted = (groups.quoted ?? groups.bracketed)?.trim();
    const term = quoted === undefined ? bareTerm(groups.bare ?? '', isUnwanted) : ({ kind: 'exact', text: quoted, isUnwanted } as const);
    if (isSearchable(term) && !terms.some((one) => one.text === term.text && one.kind === term.kind)) terms.push(term);
    if (terms.length === MOST_TERMS) break;
  }
  return terms.some((term) => !term.isUnwanted) ? terms : [];
}

function bareTerm(text: string, isUnwanted: boolean): Term {
  const phone = phoneOfQuery(text);
  if (phone) return { kind: 'phone', text: phone, isUnwanted };
  if (NUMBER.test(text) || /^#\d$/.test(text))
    return { kind: 'number', text: text.startsWith('#') ? `#${normaliseOrder(text)}` : normaliseOrder(text), isUnwanted };
  return { kind: 'words', text, isUnwanted };
}

/** A single hiragana is in everything, and marks alone are in no index. */
function isSearchable({ kind, text }: Term): boolean {
  return kind === 'phone' || kind === 'number' || (splitScripts(text).length > 0 && !ONE_HIRAGANA.test(text));
}
