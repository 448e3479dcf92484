/** Of what packages the things that a program uses may be: those that it names, and those to which models lead from there. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/contracts/models.js';
import { model, programOf, role } from '../support/program.js';

const callback = (call: string, given: string) => ({ call: [call], argument: 0, property: null, parameters: [given], arity: null, where: [] });

const MODELS: Model[] = [
  model({ roles: [role('send', 'call', ['lib:Client#send', 'other:Client#send', 'lib/extra:deliver', 'fs:writeFile'])] }),
  model({ aliases: { 'maker:client()': 'lib:Client#' }, callbacks: [callback('runner:run', 'lib:Client#'), callback('lib:Client#each', 'third:Row#')] }),
  model({ roles: [role('row', 'call', ['third:Row#save', '*:Row#store'])] }),
];

const found = (roleName: string, source: string) => programOf({ 'main.ts': source }, MODELS).sitesOf(roleName).map(({ path }) => path);

describe('is found', () => {
  test.each([
    ['what is imported', `import { Client } from 'lib'; new Client().send()`, 'lib:Client#send'],
    ['what is required in place', `const { Client } = require('lib'); new Client().send()`, 'lib:Client#send'],
    ['what a type names', `import type { Client } from 'other'; export const go = (client: Client) => client.send()`, 'other:Client#send'],
    ['what stands under another entry of the package', `import { deliver } from 'lib/extra'; deliver()`, 'lib/extra:deliver'],
    ['a part of Node.js, with its prefix', `import { writeFile } from 'node:fs'; writeFile('a')`, 'fs:writeFile'],
    ['what another library gives', `import { client } from 'maker'; client().send()`, 'lib:Client#send'],
    ['what another library hands to a function', `import { run } from 'runner'; run((client) => client.send())`, 'lib:Client#send'],
  ])('%s', (_name, source, path) => {
    expect(found('send', source)).toEqual([path]);
  });

  test('what is two libraries away', () => {
    expect(found('row', `import { client } from 'maker'; client().each((row) => row.save())`)).toEqual(['third:Row#save']);
  });

  test('what any package may have', () => {
    expect(found('row', `import { Row } from 'nobody-knows'; new Row().store()`)).toEqual(['nobody-knows:Row#store']);
  });
});
