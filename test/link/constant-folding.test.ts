import { expect, test } from 'vitest';
import { marked, programOf } from '../support/program.js';

test('text put together in many pieces is given up, not folded in every order', () => {
  const pieces = Array.from({ length: 60 }, (_, index) => `if (flags[${index}]) text += 'piece ${index} ' + text;`).join('\n');
  const program = programOf({ 'main.ts': `let text = 'start';\nfor (const flags of all) {\n${pieces}\n}\nmark(text);` });
  expect(program.constants(marked(program, 'main.ts'))).toBeNull();
});
