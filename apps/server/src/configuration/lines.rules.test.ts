import { describe, expect, test } from 'vitest';
import { lineOf, lineOfFault } from './lines.rules.ts';

const text = '[\n  {\n    "name": "a \\" ] }",\n    "of": {\n      "x": [1,\n 2]\n    }\n  },\n  "b"\n]\n';

describe('on which line something stands', () => {
  test.each([
    [[], 1],
    [[0], 2],
    [[0, 'name'], 3],
    [[0, 'of', 'x'], 5],
    [[0, 'of', 'x', 1], 6],
    [[1], 9],
    [[0, 'of', 'nowhere'], 4],
    [[7], 1],
  ])('%j → %i', (path, line) => expect(lineOf(text, path)).toBe(line));

  test.each([
    ['[\n  {\n    "a": 1\n  },,\n]', 4],
    ['[\n  {\n    "a": 1,\n  }\n]', 4],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": oops\n}', 2],
    ['[\n  1\n', 3],
    ['[\n  1\n}\n', 3],
  ])('%j is broken on line %i', (broken, line) => {
    expect(() => JSON.parse(broken)).toThrow();
    expect(lineOfFault(broken)).toBe(line);
  });
});
