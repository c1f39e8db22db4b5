// An index as bytes: what was analysed once need not be analysed again at the next start.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { dictionaryFile } from '../../platform/text/glossary/glossary.ts';
import type { EntryText } from './closer-look.rules.ts';
import type { Streams } from './rank.ts';
import type { Entry, Stream } from './search.types.ts';
import type { Units } from './units.ts';

/** `marks`: by entry id, what its texts were when it was analysed. */
export type KeptIndex = {
  units: Units;
  streams: Streams;
  japanese: ReadonlySet<number>;
  texts: ReadonlyMap<number, EntryText>;
  marks: Map<string, string>;
};

/** Equal for entries whose texts are equal. */
export const markOf = ({ question, answer, category = '', examples = [] }: Entry): string =>
  createHash('sha1')
    .update(JSON.stringify([question, answer, category, examples]))
    .digest('base64');

const LENGTH_BYTES = 4;

/** The index in parts, one a stream: packing a large one takes some tenths of a second, in which others have their turn. */
export async function freeze({ streams, ...rest }: KeptIndex): Promise<Buffer[]> {
  const sections: Buffer[] = [serialize({ print: codePrint(), names: Object.keys(streams), ...rest })];
  for (const stream of Object.values(streams)) {
    await setImmediate();
    sections.push(serialize(stream));
  }
  return sections.flatMap((section) => {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(section.length);
    return [length, section];
  });
}

/** Null for what another version of this code, another dictionary or a fault on the disk has made of it. */
export async function thaw(bytes: Buffer): Promise<KeptIndex | null> {
  try {
    const sections: Buffer[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = at + LENGTH_BYTES + bytes.readUInt32LE(at);
      sections.push(bytes.subarray(at + LENGTH_BYTES, end));
      at = end;
    }
    const { print, names, ...rest } = deserialize(sections[0]!) as Omit<KeptIndex, 'streams'> & { print: string; names: Stream[] };
    if (print !== codePrint() || sections.length !== names.length + 1) return null;
    const streams = {} as Streams;
    for (const [i, name] of names.entries()) {
      await setImmediate();
      streams[name] = deserialize(sections[i + 1]!) as Streams[Stream];
    }
    return { ...rest, streams };
  } catch {
    return null;
  }
}

let print: string | null = null;

/** Changes with anything that decides how a text is taken apart: this room's code, its words, the text code, the dictionary. */
function codePrint(): string {
  if (print) return print;
  const hash = createHash('sha1');
  for (const folder of [import.meta.dirname, join(import.meta.dirname, '../synonyms'), join(import.meta.dirname, '../../platform/text')]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(?<!\.test)\.ts$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  const dictionary = dictionaryFile();
  if (dictionary) hash.update(`${statSync(dictionary).size} ${statSync(dictionary).mtimeMs}`);
  print = hash.digest('base64');
  return print;
}
