// Pure: which sentences of a reply stand in the articles. The others never reach a customer.

import { foldText } from '../../platform/text/fold.ts';
import { latinStems } from '../../platform/text/latin.ts';
import { addressesOf, hingesOf, isCondition, namesIn, negationsOf, numbersOf, withDigits } from './claims.rules.ts';
import { containment } from './content-terms.rules.ts';
import { clausesOf, sentencesOf } from './sentences.rules.ts';

/** An article as it may be relied on: its own words without marks, and without what speaks to the model. */
export type Source = { title: string; text: string; addresses: readonly string[] };
/** `source`: index of the source it stands in. */
export type Grounded = { text: string; source: number };
export type Grounding = { kept: Grounded[]; dropped: number };

/** Of the words that carry the matter of a statement, this part must stand in one sentence of a source. */
const SHARED = 0.7;
/** Of a condition in the source, this part must be repeated: "returns are free" is not what "within 14 days returns are free" says. */
const CONDITION_KEPT = 0.5;
const PLACEHOLDER = /\[[A-Z]+_\d+\](?:様|さま|さん)?/g;

/**
 * Keeps of each sentence only what a source says: nearly all its words in one sentence there, every number with its unit, address,
 * name and word of condition, no more and no fewer negations, and no condition left away. Clauses are compared one by one, so that yes
 * and no cannot change places within a sentence. `claimed`: which source the reply named, looked at first.
 */
export function ground(reply: readonly { text: string; claimed: number | null }[], sources: readonly Source[]): Grounding {
  const units = sources.map(unitsOf);
  const kept: Grounded[] = [];
  let dropped = 0;
  for (const { text, claimed } of reply) {
    for (const sentence of sentencesOf(text)) {
      const order = [...sources.keys()].sort((a, b) => Number(b === claimed) - Number(a === claimed));
      const source = order.find((i) => standsIn(sentence, sources[i]!, units[i]!));
      if (source === undefined) dropped += 1;
      else kept.push({ text: sentence, source });
    }
  }
  return { kept, dropped };
}

type Statement = { text: string; terms: Set<string>; negations: number };
/** A sentence of a source with its clauses, and all runs of clauses that say either only yes or only no. */
type Unit = Statement & { spans: Statement[]; conditions: Set<string>[]; numbers: Set<string>; hinges: Set<string> };

const statement = (text: string): Statement => ({ text, terms: matterOf(text), negations: negationsOf(text) });

/**
 * What a statement is about: bigrams within runs of kanji and katakana (a single character counts as itself) and stems of other words.
 * Particles and endings are left out, as they change with every rewording.
 */
function matterOf(text: string): Set<string> {
  const folded = withDigits(foldText(text));
  const terms = new Set(latinStems(folded, false));
  for (const [run] of folded.matchAll(/\p{Script=Han}+|[ァ-ヴー]+/gu)) {
    const characters = Array.from(run);
    if (characters.length === 1) terms.add(run);
    for (let i = 1; i < characters.length; i += 1) terms.add(`${characters[i - 1]}${characters[i]}`);
  }
  return terms;
}

function unitsOf({ text }: Source): Unit[] {
  return sentencesOf(text).map((sentence) => {
    const clauses = clausesOf(sentence).map(statement);
    return {
      ...statement(sentence),
      spans: spansOf(clauses),
      conditions: clauses.filter((clause) => clauses.length > 1 && isCondition(clause.text)).map(({ terms }) => terms),
      numbers: numbersOf(sentence),
      hinges: hingesOf(sentence),
    };
  });
}

function spansOf(clauses: readonly Statement[]): Statement[] {
  const spans: Statement[] = [];
  for (let from = 0; from < clauses.length; from += 1) {
    const says = clauses[from]!.negations > 0;
    let text = '';
    for (let to = from; to < clauses.length && clauses[to]!.negations > 0 === says; to += 1) {
      text += clauses[to]!.text;
      spans.push(statement(text));
    }
  }
  return spans;
}

function standsIn(sentence: string, source: Source, units: readonly Unit[]): boolean {
  const said = sentence.replace(PLACEHOLDER, '');
  if (addressesOf(said).some((address) => !source.addresses.includes(address))) return false;
  const whole = statement(withoutAddresses(said));
  if (whole.terms.size === 0) return false;
  const known = foldText(`${source.title}\n${source.text}`);
  if (!namesIn(withoutAddresses(said)).every((name) => known.includes(foldText(name)))) return false;
  const [numbers, hinges] = [numbersOf(said), hingesOf(said)];
  return units.some(
    (unit) =>
      isWithin(numbers, unit.numbers) &&
      isWithin(hinges, unit.hinges) &&
      containment(whole.terms, unit.terms) >= SHARED &&
      unit.conditions.every((condition) => containment(condition, whole.terms) >= CONDITION_KEPT) &&
      claimsOf(said).every((claim) => unit.spans.some((span) => agrees(claim, span))),
  );
}

const agrees = (claim: Statement, span: Statement): boolean =>
  claim.negations === span.negations && containment(claim.terms, span.terms) >= SHARED;

/** Clauses that state something; what only opens a sentence (はい、) says nothing by itself and joins the next. */
function claimsOf(sentence: string): Statement[] {
  const claims: Statement[] = [];
  let open = '';
  for (const clause of clausesOf(withoutAddresses(sentence))) {
    open += clause;
    const claim = statement(open);
    if (claim.terms.size === 0) continue;
    claims.push(claim);
    open = '';
  }
  const last = claims.pop();
  return last ? [...claims, open ? statement(last.text + open) : last] : [];
}

const withoutAddresses = (text: string): string =>
  addressesOf(text).reduce((rest, address) => rest.replaceAll(new RegExp(literal(address), 'giu'), ' '), text);
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((one) => all.has(one));
