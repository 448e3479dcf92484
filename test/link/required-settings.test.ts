import { expect, test } from 'vitest';
import { marked, programOf } from '../support/program.js';

function constantsReaching(files: Record<string, string>): string[] {
  const program = programOf(files);
  const { origins } = program.trace(marked(program, 'main.js'), { sink: 'value' });
  return origins.map((origin) => `${origin.kind} ${program.describe(origin.value)}`);
}

test.each([
  ['module.exports = { secret }', `module.exports = { secret: 'one', other: 'two' };`],
  ['exports.secret', `exports.secret = 'one'; exports.other = 'two';`],
])('a setting required from another file: %s', (_name, settings) => {
  const main = `const settings = require('./settings'); mark(settings.secret);`;
  expect(constantsReaching({ 'main.js': main, 'settings.js': settings })).toEqual(['constant "one"']);
});
