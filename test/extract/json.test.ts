import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/extract/documents/json.js';
import { readStructured } from '../../src/extract/documents/structured.js';

describe('the reader of plain JSON', () => {
  it.each([
    '{}',
    '[]',
    '"text"',
    ' \n{ "a" : [1, -0, 2.50, 1e3, true, false, null, "", "\\u00e4\\n\\"" ] }\n',
    '{\r\n\t"a.b": { "": { "c": 1 } },\r\n\t"a": [[], [{}], ["x"]]\r\n}',
    '{ "a": 1, "a": 2, "__proto__": { "x": 3 } }',
    `{"long": "${'x'.repeat(2000)}"}`,
    JSON.stringify({ scripts: { build: 'tsc && node x.js' }, deep: { er: { and: { deeper: [1, [2, [3]]] } } } }, null, 2),
    JSON.stringify(Array.from({ length: 20_050 }, (_, index) => index)),
  ])('tells of %.40s what the reader of YAML tells', (text) => {
    expect(readJson(text)).toEqual(readStructured(text).entries);
  });

  it.each(['', '{', '{"a"}', '{"a":}', '[1,]', '{,}', '{"a":1} x', '// comment\n{}', "{'a': 1}", '{a: 1}', '01', '"\t"', '"\\q"', '['.repeat(100), `${'['.repeat(60)}1${']'.repeat(60)}`])(
    'leaves %.40s to the reader of YAML',
    (text) => {
      expect(readJson(text)).toBeNull();
    },
  );
});
