import { expect, test } from 'vitest';
import { model, originsOf, programOf, role } from '../support/program.js';

const MODELS = [
  model({
    roles: [
      role('schema.parse', 'method', ['parse', 'safeParse'], { schema: 0, input: 0 }),
      role('env.all', 'read', ['global:process.env']),
    ],
  }),
];

test('what a schema gives comes from its input, whatever the schema is made of', () => {
  const source = `import { z } from 'zod';
const result = z.object({ a: z.enum(['x', 'y']), b: fetchSomething() }).safeParse(process.env);
mark(result.data.a)`;
  expect(originsOf(programOf({ 'main.ts': source }, MODELS), 'main.ts')).toEqual(['environment']);
});
