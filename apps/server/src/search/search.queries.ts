import { ordersOfOthers } from '../commerce/orders/find-orders.queries.ts';
import { personOf } from '../customers/people/people.queries.ts';
import type { Tx } from '../platform/db/db.ts';
import { hitsOf } from './query/hits.queries.ts';
import { either, every, lexeme } from './query/tsquery.rules.ts';
import { customerMark } from './terms/marks.rules.ts';

const MOST_NUMBERS = 20;

/**
 * Which of these numbers other customers bought by, have said or been told, and this one never: a reply that has them may be meant for somebody
 * else. Of messages and subjects the viewer may see. About a millisecond for each number.
 * @param numbers as orderNumbersIn (search/terms/orders.rules.ts) gives them, at most 20
 */
export async function ordersSaidElsewhere(tx: Tx, workspaceId: string, customerId: string, numbers: readonly string[]): Promise<string[]> {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) return [];
  const own = either(person.ids.map((id) => lexeme(customerMark(id))))!;
  const isSaid = async (query: string | null) =>
    query !== null && (await hitsOf(tx, query, { kinds: ['message', 'conversation'], most: 1 })).length > 0;
  const bought = await ordersOfOthers(tx, workspaceId, customerId, numbers.slice(0, MOST_NUMBERS));
  const elsewhere: string[] = [];
  for (const number of numbers.slice(0, MOST_NUMBERS)) {
    const said = lexeme(`#${number}`);
    if (bought.get(number) === 'own') continue;
    const isOfOthers = bought.get(number) === 'others' || (await isSaid(every([said, `!${own}`])));
    if (isOfOthers && !(await isSaid(every([said, own])))) elsewhere.push(number);
  }
  return elsewhere;
}
