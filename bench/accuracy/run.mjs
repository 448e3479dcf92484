/**
 * `npm run accuracy -- --bearer <checkout> --eslint-security <checkout> [--only <check>] [--verbose]`: how much of what two public
 * collections of rule tests expect is reported, and how much of what they call safe is left alone.
 *
 * Nothing is fetched and nothing of the collections is run: each case is written alone into an empty folder and audited. A
 * finding counts from medium confidence up. The collections judge by other rules than ours in places (any file name that is not
 * a literal, path.join itself), so the figures are a compass and no goal; docs/field-notes says where we differ on purpose.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bearerCases } from './bearer.mjs';
import { eslintSecurityCases } from './eslint-security.mjs';
import { judge, summarise } from './score.mjs';

const { values } = parseArgs({
  options: {
    bearer: { type: 'string' },
    'eslint-security': { type: 'string' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.bearer === undefined && values['eslint-security'] === undefined) {
  console.error('usage: npm run accuracy -- --bearer <checkout> --eslint-security <checkout> [--only <check>] [--verbose]');
  process.exit(2);
}
const { audit, UserError } = await import('../../dist/index.js');

const cases = [
  ...(values.bearer === undefined ? [] : bearerCases(resolve(values.bearer))),
  ...(values['eslint-security'] === undefined ? [] : eslintSecurityCases(resolve(values['eslint-security']))),
].filter(({ family }) => values.only === undefined || family === values.only);

const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-accuracy-'));
const results = [];
const missing = new Set();
try {
  for (const [index, example] of cases.entries()) {
    if (missing.has(example.family)) continue;
    const folder = join(scratch, String(index));
    mkdirSync(folder);
    writeFileSync(join(folder, `service${example.extension}`), example.text);
    try {
      const report = await audit(folder, { only: [example.family], failOn: 'never', timestamp: false });
      results.push(judge(example, report));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      missing.add(example.family);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (values.verbose) {
  for (const { name, missed, extra } of results) {
    for (const line of missed) console.log(`missed  ${name}${line === 0 ? '' : `:${line}`}`);
    for (const finding of extra) console.log(`extra   ${name}:${finding.line}  ${finding.message}`);
  }
}
console.table(summarise(results));
if (missing.size > 0) console.log(`not built yet: ${[...missing].join(', ')}`);
