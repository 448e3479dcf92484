/** Secrets beside an address of this very machine are those of a trial. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const rules = rulebook.rules.filter(({ id }) => id === 'secret-hardcoded');
const KEY = 'tZKfEbWf0Ka5HBNZwFrdSyQH2xT1sNMR';

function confidencesIn(files: Record<string, string>): Record<string, string> {
  const sites = auditCase({ 'package.json': '{ "name": "orders" }', 'server.js': 'require("http").createServer().listen(1);', ...files }, { rules, models: rulebook.models }).flatMap((outcome) => outcome.sites);
  return Object.fromEntries(sites.filter(({ verdict }) => verdict === 'fail').map(({ label, confidence }) => [label.split(' ')[0]!, confidence]));
}

describe('a secret of a committed file', () => {
  it('is of low confidence in a service of a compose file that sends browsers back to this machine', () => {
    const compose = `services:\n  api:\n    environment:\n      WEB_BASE_URL: 'http://localhost:3000'\n      AUTH_JWT_SECRET: '${KEY}'\n  worker:\n    environment:\n      WEB_BASE_URL: 'https://desk.acme.io'\n      MAIL_API_KEY: '${KEY}'\n`;
    expect(confidencesIn({ 'docker-compose.full.yml': compose })).toEqual({ 'services.api.environment.AUTH_JWT_SECRET': 'low', 'services.worker.environment.MAIL_API_KEY': 'high' });
  });

  it('is of low confidence beside such an address among the settings of one thing, and not of another', () => {
    const settings = { openid: { url: 'http://localhost:9088/realms/desk', clientSecret: KEY }, session: { secret: KEY } };
    expect(confidencesIn({ 'config/default.json': JSON.stringify(settings, null, 2) })).toEqual({ 'openid.clientSecret': 'low', 'session.secret': 'high' });
  });

  it('is of low confidence in a service of a compose file whose database has the name of its user for a password', () => {
    const compose = `services:\n  api:\n    environment:\n      DATABASE_URL: postgres://postgres:postgres@db:5432/desk\n      AUTH_JWT_SECRET: '${KEY}'\n  worker:\n    environment:\n      DATABASE_URL: postgres://desk:postgres@db:5432/desk\n      MAIL_API_KEY: '${KEY}'\n`;
    expect(confidencesIn({ 'docker-compose.yml': compose })).toEqual({ 'services.api.environment.AUTH_JWT_SECRET': 'low', 'services.worker.environment.MAIL_API_KEY': 'high' });
  });

  it("is of low confidence in a developer's shell and among the settings of a build", () => {
    expect(confidencesIn({ '.envrc': `export JWT_SECRET='${KEY}'\n` })).toEqual({ JWT_SECRET: 'low' });
    expect(confidencesIn({ 'build.env': `JWT_SECRET=${KEY}\n` })).toEqual({ JWT_SECRET: 'low' });
    expect(confidencesIn({ '.env': `JWT_SECRET=${KEY}\n` })).toEqual({ JWT_SECRET: 'high' });
  });
});

describe('a secret of the code', () => {
  const confidenceOf = (path: string, code: string) => Object.values(confidencesIn({ [path]: code }));

  it('is of low confidence where it is the id that it belongs to', () => {
    expect(confidenceOf('store.js', "module.exports = { accessKeyId: 'S3STORE1', secretAccessKey: 'S3STORE1' };\n")).toEqual(['low']);
    expect(confidenceOf('store.js', "module.exports = { accessKeyId: 'S3STORE1', secretAccessKey: 'S3STORE2' };\n")).toEqual(['medium']);
  });

  it('is of low confidence where it is a hash, or the salt beside one', () => {
    expect(confidenceOf('tor.js', `module.exports = { TOR_HASHED_PASSWORD: '${KEY}' };\n`)).toEqual(['low']);
    expect(confidenceOf('tor.js', `module.exports = { TOR_PASSWORD: '${KEY}' };\n`)).toEqual(['high']);
    expect(confidenceOf('first-user.js', `module.exports = { passwordHash: '943a856bba65', passwordSalt: '${KEY}' };\n`)).toEqual(['low']);
    expect(confidenceOf('first-user.js', `module.exports = { passwordSalt: '${KEY}' };\n`)).toEqual(['high']);
  });

  it('is of low confidence in a program by which developers look at the service', () => {
    expect(confidenceOf('tools/debugTools.js', "const password = '111111';\nmodule.exports = { password };\n")).toEqual(['low']);
    expect(confidenceOf('extra/fake-broker-server.js', "const password = '111111';\nmodule.exports = { password };\n")).toEqual(['low']);
    expect(confidenceOf('extra/broker-server.js', "const password = '111111';\nmodule.exports = { password };\n")).toEqual(['medium']);
    expect(confidenceOf('tools/accounts.js', "const password = '111111';\nmodule.exports = { password };\n")).toEqual(['medium']);
  });
});
