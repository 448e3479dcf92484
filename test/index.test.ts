import { expect, it } from 'vitest';
import { audit, UserError } from '../src/index.js';
import { temporaryTree } from './support/temporary-tree.js';

it('audits with defaults', async () => {
  const report = await audit(temporaryTree({ 'package.json': { name: 'service' }, 'a.ts': 'export const a = 1;\n' }));
  expect(report).toMatchObject({ schemaVersion: '1', project: { name: 'service' }, run: { profile: 'growth' }, gate: { conditions: ['--fail-on P0'] } });
  expect(report.tool.version).toMatch(/^\d+\.\d+\.\d+/);
});

it('rejects with an error that tells what to do', async () => {
  await expect(audit('/nowhere/at/all')).rejects.toThrow(UserError);
  await expect(audit('/nowhere/at/all')).rejects.toMatchObject({ code: 'no-such-directory', place: { hint: expect.any(String) } });
});
