/** What reports say of secrets in committed files. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const rules = rulebook.rules.filter(({ id }) => id === 'gitignore-secrets');

it('the variables of a committed environment file are named, their values never', () => {
  const files = { '.env': 'PORT=8080\nDB_PASSWORD=Tr0ub4dor\nSESSION_SECRET=Zx81kQ0p\n', '.gitignore': 'node_modules\n', 'package.json': '{ "name": "orders" }', 'server.js': 'require("http").createServer().listen(1);' };
  const sites = auditCase(files, { rules, models: rulebook.models }).flatMap((outcome) => outcome.sites);
  expect(sites.filter(({ verdict }) => verdict === 'fail').map(({ message }) => message)).toContain('a committed environment file has a value for DB_PASSWORD and 1 more');
  expect(JSON.stringify(sites)).not.toContain('Tr0ub4dor');
});
