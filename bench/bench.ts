import { company } from './company.ts';
import { desk } from './desk.ts';
import { help } from './help.ts';
import { inbound } from './inbound.ts';
import { knowledge } from './knowledge.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { machine } from './machine.ts';
import { mail } from './mail.ts';
import { memory } from './memory.ts';
import { search } from './search.ts';
import { sizes } from './sizes.ts';
import { soak } from './soak.ts';
import { raiseStand, type Stand } from './stand.ts';
import { startup } from './startup.ts';

const scenarios = { sizes, startup, help, memory, live, inbound, lists: (on: Stand) => lists(on, optionOf('conversations')), knowledge };
const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
if (wanted[0] === 'soak') process.exit(await runSoak(wanted.slice(1)));
if (wanted[0] === 'mail') process.exit(await runMail(wanted.slice(1)));
/** These take long, and run only when they are named. */
const byName = {
  search: (on: Stand) => search(on, optionOf('messages')),
  company: (on: Stand) => company(on, optionOf('conversations')),
  desk: (on: Stand) => desk(on, optionOf('conversations')),
};
const unknown = wanted.filter((name) => !(name in scenarios) && !(name in byName));
if (unknown.length > 0) {
  console.error(
    `No such scenario: ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}, by name also search, company and desk, and soak and mail by themselves`,
  );
  process.exit(1);
}

const stand = await raiseStand();
const results: Record<string, unknown> = { machine: machine() };
try {
  for (const [name, scenario] of Object.entries({ ...scenarios, ...byName })) {
    if (wanted.length > 0 ? !wanted.includes(name) : name in byName) continue;
    results[name] = await scenario(stand);
    if (!asJson) console.log(name, JSON.stringify(results[name], null, 2));
  }
} finally {
  await stand.fall();
}
if (asJson) console.log(JSON.stringify(results));

/** `--messages=1000000` → 1,000,000. */
function optionOf(name: string): number | undefined {
  const text = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return text === undefined ? undefined : Number(text);
}

/** Only when it is named: it brings its own server, and it passes or fails. `soak [messages] [--kills=5] [--seed=1] [--only=line,api]` */
async function runSoak([messages]: readonly string[]): Promise<number> {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const figures = await soak({
    messages: number(messages),
    kills: number(option('kills')),
    seed: number(option('seed')),
    channels: option('only')?.split(','),
  });
  console.log(asJson ? JSON.stringify({ machine: machine(), soak: figures }) : `soak ${JSON.stringify(figures, null, 2)}`);
  return figures.faults.length === 0 ? 0 : 1;
}

/** The same by its own: `mail [mails] [--kills=3]`. It fails when a mail is lost or there twice. */
async function runMail([mails]: readonly string[]): Promise<number> {
  const figures = await mail({ mails: mails === undefined ? undefined : Number(mails), kills: optionOf('kills') });
  console.log(asJson ? JSON.stringify({ machine: machine(), mail: figures }) : `mail ${JSON.stringify(figures, null, 2)}`);
  return figures.backfill.lost + figures.backfill.doubled === 0 ? 0 : 1;
}
