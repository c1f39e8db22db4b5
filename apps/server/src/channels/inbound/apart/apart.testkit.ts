import type { ParsedApart } from '../../channel.ts';
import { echoChannel } from '../../echo.testkit.ts';
import type { InboundEvent, RawPayload } from '../../port/port.types.ts';

/** What harmful payloads do, by their first word. */
const harms: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;);
  },
  /** As an expression of a rule may: each further letter doubles the time. */
  backtrack: () => {
    /^(a+)+$/.test(`${'a'.repeat(60)}b`);
  },
  objects: () => {
    for (const kept: object[] = []; ; ) kept.push({ of: [kept.length, Math.random()] });
  },
  bytes: () => {
    for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(8 * 1024 * 1024, kept.length));
  },
  die: () => {
    process.exit(7);
  },
  files: () => {},
};

/** A parser that can be led astray: the echo platform's, and what `harms` names. */
export async function parseLedAstray(raw: RawPayload): Promise<InboundEvent[]> {
  const word = raw.body.toString('utf8', 0, 20).split(' ')[0]!;
  if (word === 'files') return [withFiles(raw.body)];
  const harm = harms[word];
  if (harm) harm();
  return echoChannel.parse(raw, {});
}

/** Bytes of their own, a piece of the payload, and none at all. */
const withFiles = (body: Buffer): InboundEvent => ({
  kind: 'message',
  externalId: 'files',
  line: { externalId: 'sato', identity: { kind: 'api', value: 'sato', verified: true } },
  text: 'files',
  at: new Date(0),
  files: [
    { name: 'own', bytes: Buffer.from(Buffer.alloc(30_000, 'tea').toString('base64'), 'base64') },
    { name: 'piece', bytes: body.subarray(6) },
    { name: 'small', bytes: Buffer.from('tea') },
    { name: 'empty', bytes: Buffer.alloc(0) },
    { name: 'elsewhere', ref: 'x' },
  ],
});

export const ledAstray: ParsedApart = { module: new URL('./apart.testkit.ts', import.meta.url), as: 'parseLedAstray' };
export const notThere: ParsedApart = { module: new URL('./not-there.ts', import.meta.url), as: 'parse' };

/** The echo platform, read in a thread by a parser that can be led astray. */
export const astrayChannel = { ...echoChannel, parse: parseLedAstray, parsedApart: ledAstray };
