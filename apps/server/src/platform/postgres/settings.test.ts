import { expect, test } from 'vitest';
import { serverSettings } from './settings.ts';

const gigabyte = 1024 ** 3;
const settingsOf = (memoryInBytes: number, fsync = true) => serverSettings({ sockets: '/run/a, b', fsync, memoryInBytes });

test.each([
  [0.25, 32],
  [1, 128],
  [2, 256],
  [64, 256],
])('with %d GB of memory PostgreSQL takes %d MB for itself', (gigabytes, megabytes) => {
  expect(settingsOf(gigabytes * gigabyte)).toContain(`shared_buffers=${megabytes}MB`);
});

test('what was committed is on the disk, unless the data may be lost', () => {
  expect(settingsOf(gigabyte)).toContain('synchronous_commit=on');
  expect(settingsOf(gigabyte).join()).not.toContain('fsync=off');
  expect(settingsOf(gigabyte, false)).toContain('fsync=off');
});

test('a socket folder with a comma in its name stays one folder', () => {
  expect(settingsOf(gigabyte)).toContain('unix_socket_directories="/run/a, b"');
});
