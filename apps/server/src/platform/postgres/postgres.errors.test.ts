import { expect, test } from 'vitest';
import { installedBinaries } from './binaries.ts';
import { explainOutput } from './postgres.errors.ts';

test.each([
  [
    'initdb: error: could not create directory "x": No space left on device',
    'postgres.disk_full',
    'The disk is full (making the database). Free some space and start again.',
  ],
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.12": Disk quota exceeded',
    'postgres.disk_full',
    'The disk is full (making the database). Free some space and start again.',
  ],
  ['initdb: could not look up effective user ID 7777: user does not exist', 'postgres.no_account', expect.stringContaining('/etc/passwd')],
  [
    '2026-11-22 03:46:42.868 UTC [9039] FATAL:  could not map anonymous shared memory: Cannot allocate memory\n[9039] HINT:  …\nLOG:  database system is shut down\n',
    'postgres.start_failed',
    'PostgreSQL failed (making the database): could not map anonymous shared memory: Cannot allocate memory',
  ],
  ['', 'postgres.start_failed', 'PostgreSQL failed (making the database): it said nothing'],
])('what PostgreSQL printed becomes one clear line: %s', (output, code, message) => {
  expect(explainOutput(output, 'making the database')).toMatchObject({ code, message });
});

test('a machine without binaries is told to bring its own PostgreSQL', () => {
  expect(() => installedBinaries('win32', 'x64')).toThrow(
    expect.objectContaining({ code: 'postgres.unsupported_platform', message: expect.stringContaining('DATABASE_URL') }),
  );
});
