import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOORS, ROOMS } from './order.ts';

const src = join(import.meta.dirname, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => file.split('/')[0]!;

type Import = { from: string; to: string; statement: string };
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(src, from), 'utf8');
  return [...text.matchAll(/^(?:import|export)[^'";]*?from '(\.[^']+)'/gms)].map((match) => ({
    from,
    to: relative(src, join(src, dirname(from), match[1]!)),
    statement: match[0],
  }));
});
const code = imports.filter(({ from }) => !from.endsWith('.test.ts'));
const between = code.filter(({ from, to }) => !to.startsWith('..') && roomOf(from) !== roomOf(to));

/** `conversations/commands/reply.ts` and `customers/customers.commands.ts` are doors; so is what a room's own door folder holds. */
const isDoor = (file: string) => DOORS.some((kind) => file.endsWith(`.${kind}.ts`) || file.includes(`/${kind}/`));

describe('the house', () => {
  test('every folder is a room on the list, and every room on the list is a folder', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(ROOMS));
  });

  test('imports point down', () => {
    const floor = (file: string) => ROOMS.indexOf(roomOf(file) as (typeof ROOMS)[number]);
    expect(between.filter(({ from, to }) => floor(to) >= floor(from)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('imports from another room go through its doors', () => {
    const around = between.filter(({ to }) => roomOf(to) !== 'platform' && !isDoor(to));
    expect(around.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('rule files are pure: no database, no clock, no await', () => {
    for (const file of files.filter((name) => name.endsWith('.rules.ts'))) {
      const text = readFileSync(join(src, file), 'utf8').replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '');
      expect(text, file).not.toMatch(/\bawait\b|\bnew Date\(\)|Date\.now\(|Math\.random\(|from '(kysely|pg|node:(?!crypto))/);
    }
  });

  test('no file imports itself in a circle', () => {
    const edges = Map.groupBy(
      code.filter(({ statement }) => !/^(import|export) type/.test(statement)),
      ({ from }) => from,
    );
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') return void circles.push([...path, file].join(' → '));
      state.set(file, 'open');
      for (const { to } of edges.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('files stay small: none over 400 lines (a test 500), half of them under 80', () => {
    const lengths = files.map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length }));
    expect(lengths.filter(({ file, lines }) => lines > (file.endsWith('.test.ts') ? 500 : 400))).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });
});
