// Pure: numbers by which things are looked up (HZ-10234, 20341, 1234-5678-90), out of a text and as terms.

const CANDIDATE = /(?<![\p{L}\p{N}_@./+-])#?([a-z]{1,6}[-_ ]?)?\d[\da-z]*(?:[-_][\da-z]+)*(?![\p{Script=Latin}\p{N}@])/gu;
const MOST = 40;
const LONGEST = 32;
const FEWEST_DIGITS = 4;
const SHORTEST_PREFIX = 4;

/** A date, a postal code, a price or an amount is no number of an order. */
const DATE = /^(19|20)\d\d-?(0?[1-9]|1[0-2])-?(0?[1-9]|[12]\d|3[01])$/;
const POSTAL_CODE = /^\d{3}-\d{4}$/;
const UNIT = /^\s?(円|えん|個|点|件|本|枚|年|月|人|名|%|g\b|kg\b|ml\b|yen\b)/u;

/** HZ-10234, hz 10234 and HZ10234 are one number. */
export const normaliseOrder = (written: string): string => written.replace(/[#\s_-]/g, '').slice(0, LONGEST);

type Found = { written: string; number: string; digits: string; isOrder: boolean };

function* candidates(folded: string): Generator<Found> {
  let left = MOST;
  for (const match of folded.matchAll(CANDIDATE)) {
    const written = match[0];
    const number = normaliseOrder(written);
    const digits = number.replace(/\D/g, '');
    const isLong = digits.length >= FEWEST_DIGITS;
    if ((!isLong && !/^#\d/.test(written)) || written.length > LONGEST + 8) continue;
    const bare = written.replace(/^#/, '');
    const isAmount = /^\d+$/.test(bare) && UNIT.test(folded.slice(match.index + written.length));
    const isPhone = /^\+?0\d{1,4}-?\d{1,4}-?\d{3,4}$/.test(bare) && digits.length >= 9;
    yield { written, number, digits, isOrder: isLong && !DATE.test(bare) && !POSTAL_CODE.test(bare) && !isAmount && !isPhone };
    left -= 1;
    if (left === 0) return;
  }
}

/**
 * The terms of a folded text's numbers: whole (`#hz10234`), without their letters (`#10234`), and by their beginnings (`#<hz10`, `#<hz102` …).
 */
export function orderTerms(folded: string): string[] {
  const terms: string[] = [];
  for (const { number, digits } of candidates(folded)) {
    for (const one of number === digits ? [number] : [number, digits]) {
      terms.push(`#${one}`);
      for (let end = SHORTEST_PREFIX; end < one.length; end += 1) terms.push(`#<${one.slice(0, end)}`);
    }
  }
  return terms;
}

/**
 * The numbers in a folded text that look like those of orders: at least four digits, and no date, price, amount, postal code or telephone
 * number. Normalised as `ordersSaidElsewhere` takes them.
 */
export function orderNumbersIn(folded: string): { written: string; number: string }[] {
  const found = new Map<string, string>();
  for (const { written, number, isOrder } of candidates(folded)) if (isOrder && !found.has(number)) found.set(number, written);
  return Array.from(found, ([number, written]) => ({ number, written }));
}
