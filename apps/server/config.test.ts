import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const read = (hosts: string) => readConfig({ MADOGUCHI_MODEL_HOSTS: hosts, MADOGUCHI_HOME: '.' }, '/tmp').modelHosts;

test('hosts of language models are named one by one; none is the default', () => {
  expect(readConfig({ MADOGUCHI_HOME: '.' }, '/tmp').modelHosts).toEqual([]);
  expect(read(' Localhost:11434, 10.0.0.7,[::1]:8080 ,')).toEqual(['localhost:11434', '10.0.0.7', '[::1]:8080']);
});

test.each(['http://localhost', '*', '10.0.0.0/8', 'a b', 'localhost:port', 'me@localhost'])('%s names no host', (hosts) => {
  expect(() => read(hosts)).toThrow(ConfigError);
});
