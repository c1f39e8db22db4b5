import { help } from './help.ts';
import { inbound } from './inbound.ts';
import { knowledge } from './knowledge.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { machine } from './machine.ts';
import { memory } from './memory.ts';
import { sizes } from './sizes.ts';
import { raiseStand } from './stand.ts';
import { startup } from './startup.ts';

const scenarios = { sizes, startup, help, memory, live, inbound, lists, knowledge };
const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !(name in scenarios));
if (unknown.length > 0) {
  console.error(`No such scenario: ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}`);
  process.exit(1);
}

const stand = await raiseStand();
const results: Record<string, unknown> = { machine: machine() };
try {
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    results[name] = await scenario(stand);
    if (!asJson) console.log(name, JSON.stringify(results[name], null, 2));
  }
} finally {
  await stand.fall();
}
if (asJson) console.log(JSON.stringify(results));
