import { describe, expect, test } from 'vitest';
import { marked, model, programOf } from '../support/program.js';

test('text put together in many pieces is given up, not folded in every order', () => {
  const pieces = Array.from({ length: 60 }, (_, index) => `if (flags[${index}]) text += 'piece ${index} ' + text;`).join('\n');
  const program = programOf({ 'main.ts': `let text = 'start';\nfor (const flags of all) {\n${pieces}\n}\nmark(text);` });
  expect(program.constants(marked(program, 'main.ts'))).toBeNull();
});

describe('constants that a model tells', () => {
  const statuses = model({ packages: ['statuses'], constants: { 'statuses:Status.FORBIDDEN': 403, 'statuses:Part.BODY': 'body' } });

  test.each([
    ['Status.FORBIDDEN', [403]],
    ['ok ? Status.FORBIDDEN : 200', [403, 200]],
    ['Status.OTHER', null],
    ['Own.FORBIDDEN', [1]],
  ])('%s', (written, expected) => {
    const program = programOf({ 'main.ts': `import { Status } from 'statuses';\nconst Own = { FORBIDDEN: 1 };\nmark(${written});` }, [statuses]);
    expect(program.constants(marked(program, 'main.ts'))).toEqual(expected);
  });

  test.each([
    ['{ [Part.BODY]: 1 }', 'found'],
    ['{ [Part.OTHER]: 1 }', 'unknown'],
    ['{ [name]: 1 }', 'found'],
    ["{ ['query']: 1 }", 'absent'],
    ['{ [own]: 1 }', 'absent'],
  ])('the property body of %s is %s', (written, kind) => {
    const program = programOf({ 'main.ts': `import { Part } from 'statuses';\nconst name = 'body';\nconst own = 'own';\nmark(${written});` }, [statuses]);
    expect(program.property(marked(program, 'main.ts'), ['body']).kind).toBe(kind);
  });
});
