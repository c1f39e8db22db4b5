import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decidePlace } from './place.ts';
import { mayExecute } from './reach.ts';

const account = { uid: 4242, gid: 4242, name: 'madoguchi' };
const shelter = '/var/lib/madoguchi';
const me = process.getuid!();
let top: string;
let home: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'madoguchi-place-')));
  chmodSync(top, 0o755);
  home = join(top, 'home');
  mkdirSync(home);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const decide = (uid: number) => decidePlace({ home, uid, systemAccount: () => account, shelter });

describe('new data', () => {
  test('lie in the home and run under the own account of whoever is not root', () => {
    expect(decide(1000)).toMatchObject({ root: join(home, 'postgres'), account: null, needsLink: false });
  });

  test('started by root run under the system account, in the home when that account can enter it', () => {
    expect(decide(0)).toMatchObject({ root: join(home, 'postgres'), data: join(home, 'postgres', 'data'), account, needsLink: false });
  });

  test('lie in the shelter when a folder above the home is closed, as /root is', () => {
    chmodSync(top, 0o700);
    const place = decide(0);
    expect(place.root).toMatch(/^\/var\/lib\/madoguchi\/[0-9a-f]{12}$/);
    expect(place.needsLink).toBe(true);
    expect(decide(0).root).toBe(place.root);
  });
});

describe('existing data', () => {
  test('stay where the home leads to, wherever new data would go', () => {
    const elsewhere = join(top, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(home, 'postgres'));
    expect(decide(me)).toMatchObject({ root: elsewhere, needsLink: false });
  });

  test('that are gone from where the home leads are missed, not replaced by empty ones', () => {
    symlinkSync(join(top, 'gone'), join(home, 'postgres'));
    expect(() => decide(0)).toThrow(
      expect.objectContaining({ code: 'postgres.data_unreachable', message: expect.stringContaining('gone') }),
    );
  });

  test('of somebody else are refused with his uid', () => {
    mkdirSync(join(home, 'postgres'));
    expect(() => decide(me + 1)).toThrow(
      expect.objectContaining({ code: 'postgres.data_unreachable', message: expect.stringContaining(`uid ${me}`) }),
    );
  });

  // Whoever is not root could not look behind the folder to begin with.
  test.runIf(me === 0)('behind a closed folder are refused, not replaced by empty ones in the shelter', () => {
    mkdirSync(join(home, 'postgres'));
    chmodSync(top, 0o600);
    expect(() => decidePlace({ home, uid: 0, systemAccount: () => account, shelter })).toThrow(
      expect.objectContaining({ code: 'postgres.data_unreachable', message: expect.stringContaining('chmod o+x') }),
    );
  });
});

test('a home with a long name keeps its socket in a short folder, always the same', () => {
  home = join(home, 'x'.repeat(60), 'y'.repeat(60));
  mkdirSync(home, { recursive: true });
  const { sockets } = decide(0);
  expect(sockets).toMatch(/^\/tmp\/madoguchi-[0-9a-f]{12}$/);
  expect(decide(0).sockets).toBe(sockets);
});

test.each([
  ['its owner', { uid: 4242, gid: 1, mode: 0o700 }, true],
  ['its owner, shut out though others may', { uid: 4242, gid: 1, mode: 0o077 }, false],
  ['its group', { uid: 0, gid: 4242, mode: 0o710 }, true],
  ['others', { uid: 0, gid: 0, mode: 0o751 }, true],
  ['others, who may read but not enter', { uid: 0, gid: 0, mode: 0o744 }, false],
])('a folder is entered by %s', (_who, stats, expected) => {
  expect(mayExecute(stats, account)).toBe(expected);
});
